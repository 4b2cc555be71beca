import { useCallback, useEffect, useState } from 'react';
import type { DraftSummary } from '../../server/contract/drafts.ts';
import { getJson, type Fetched } from '../api/get-json.ts';

/** The drafts that the server has of this student, newest first: null until it has answered. */
export function useDraftList(active: boolean): {
  readonly drafts: Fetched<readonly DraftSummary[]> | null;
  reload(): void;
} {
  const [drafts, setDrafts] = useState<Fetched<readonly DraftSummary[]> | null>(null);
  const reload = useCallback(() => {
    void getJson<readonly DraftSummary[]>('/api/drafts').then((next) =>
      // A list that cannot be had now is still better known than not at all.
      setDrafts((before) => (before?.ok && !next.ok ? before : next)),
    );
  }, []);
  useEffect(() => {
    if (active) reload();
  }, [active, reload]);
  return { drafts, reload };
}
