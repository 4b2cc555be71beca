import { useRef, useState } from 'react';
import type { Failure } from '../api/failure.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { navigate } from '../router/navigate.ts';
import { pathOf } from '../router/page-route.ts';
import { sendDraft } from './draft-requests.ts';
import type { WritingDesk } from './writing-desk.ts';

const desks = pathOf({ part: 'draft', draftId: null });

/** A draft that is ready to be sent. */
type ReadyDraft = {
  readonly task: string;
  readonly text: string;
  readonly previousId: string | null;
  readonly language: PageLanguage;
};

/** Sends one draft at a time, and shows it once the server has it. */
export function useSending(
  desk: WritingDesk,
  onStored: () => void,
): {
  readonly busy: boolean;
  readonly failure: Failure | null;
  send(draft: ReadyDraft): Promise<void>;
} {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  // State comes a render too late for a double click.
  const under = useRef(false);
  return {
    busy,
    failure,
    async send(draft) {
      if (under.current) return;
      under.current = true;
      setBusy(true);
      setFailure(null);
      const { key } = desk.requestFor(draft.previousId);
      const sent = await sendDraft({ ...draft, requestKey: key });
      under.current = false;
      setBusy(false);
      if (!sent.ok) return setFailure(sent.failure);
      desk.acknowledge(draft.task, draft.text);
      onStored();
      // Whoever went elsewhere meanwhile is not called back: the draft is in the list.
      if (location.pathname === desks) navigate(pathOf({ part: 'draft', draftId: sent.value }));
    },
  };
}
