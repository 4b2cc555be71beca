import { useCallback, useReducer, useRef } from 'react';
import type { CritiqueRequest } from '../../server/contract/critiques.ts';
import { type CritiqueState, emptyCritique, reduceCritique } from './critique-state.ts';
import { requestCritique } from './request-critique.ts';

/** Sends one draft at a time; sending again, or `stop`, ends the reading in progress. */
export function useCritique(): {
  readonly state: CritiqueState;
  send(request: CritiqueRequest): void;
  stop(): void;
} {
  const [state, dispatch] = useReducer(reduceCritique, emptyCritique);
  const current = useRef<AbortController>(undefined);

  const run = async (request: CritiqueRequest) => {
    current.current?.abort();
    const controller = (current.current = new AbortController());
    try {
      for await (const action of requestCritique(request, controller.signal)) {
        // A stopped request may still deliver; a newer one owns the screen.
        if (current.current === controller) dispatch(action);
      }
    } catch {
      if (current.current === controller) dispatch({ type: 'stopped' });
    }
  };

  const stop = useCallback(() => {
    dispatch({ type: 'stopped' });
    current.current?.abort();
  }, []);

  return {
    state,
    stop,
    send(request) {
      dispatch({ type: 'sent' });
      void run(request);
    },
  };
}
