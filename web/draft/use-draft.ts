import { useEffect, useReducer, useState } from 'react';
import type { DraftSummary, DraftView, ShareRequest } from '../../server/contract/drafts.ts';
import { getJson, type Fetched } from '../api/get-json.ts';
import { sendJson } from '../api/send-json.ts';
import { wait } from '../api/wait.ts';
import { draftAddress, draftEvents } from './draft-requests.ts';
import { reduceDraft, unopenedDraft, type DraftState } from './draft-state.ts';
import { followDraft } from './follow-draft.ts';

/** One stored draft, followed while its feedback is made, and what its student can do with it. */
export type OpenDraft = {
  readonly state: DraftState;
  /** Opens it once more, after a failure. */
  reload(): void;
  /** Ends the reading of it; what came is not kept. */
  stop(): Promise<Fetched<unknown>>;
  share(shared: boolean): Promise<Fetched<unknown>>;
};

/** Opens a draft; the page is told when its feedback has come to its end. */
export function useDraft(id: string, onEnd: () => void): OpenDraft {
  const [state, dispatch] = useReducer(reduceDraft, unopenedDraft);
  const [round, setRound] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const follow = async () => {
      const dependencies = {
        load: () => getJson<DraftView>(draftAddress(id)),
        events: (until: AbortSignal) => draftEvents(id, until),
        wait,
      };
      try {
        for await (const action of followDraft(dependencies, signal)) dispatch(action);
        onEnd();
      } catch {
        // Another draft is open by now.
        signal.throwIfAborted();
      }
    };
    dispatch({ type: 'opened' });
    follow().catch(() => undefined);
    return () => controller.abort();
  }, [id, round, onEnd]);

  return {
    state,
    reload: () => setRound(round + 1),
    stop: () => sendJson('POST', `${draftAddress(id)}/stop`),
    async share(shared) {
      const body: ShareRequest = { shared };
      const result = await sendJson<DraftSummary>('PATCH', draftAddress(id), body);
      if (result.ok) dispatch({ type: 'shared', shared });
      return result;
    },
  };
}
