import { useEffect, useState } from 'react';
import type { DraftView } from '../../server/contract/drafts.ts';
import { getJson, type Fetched } from '../api/get-json.ts';
import { draftAddress } from './draft-requests.ts';

const deleted: Fetched<never> = {
  ok: false,
  failure: { code: 'not-found', retryable: false, retryAfterSeconds: null },
};

/** The draft before another: null until the server has answered. */
export function usePreviousDraft(id: string | null): {
  readonly previous: Fetched<DraftView> | null;
  reload(): void;
} {
  const [previous, setPrevious] = useState<Fetched<DraftView> | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const load = async () =>
      setPrevious(id === null ? deleted : await getJson<DraftView>(draftAddress(id)));
    void load();
  }, [id, round]);
  return { previous, reload: () => setRound(round + 1) };
}
