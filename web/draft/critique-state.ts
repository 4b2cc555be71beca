import type { Critique, CriterionFinding, CritiqueEvent } from '../../server/contract/critiques.ts';
import type { Failure } from '../api/failure.ts';

/** The feedback on one draft, as far as it has come. */
export type CritiqueState = {
  readonly status: 'idle' | 'reading' | 'done' | 'stopped' | 'failed';
  /** The criterion read last, and how many there are. */
  readonly read: {
    readonly criterion: CriterionFinding;
    readonly number: number;
    readonly of: number;
  } | null;
  readonly critique: Critique | null;
  readonly fallback: boolean;
  readonly failure: Failure | null;
};

export type CritiqueAction =
  | CritiqueEvent
  | { readonly type: 'sent' }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly failure: Failure };

export const emptyCritique: CritiqueState = {
  status: 'idle',
  read: null,
  critique: null,
  fallback: false,
  failure: null,
};

/** What an event or a decision of the reader makes of the feedback. What comes after the end changes nothing. */
export function reduceCritique(state: CritiqueState, action: CritiqueAction): CritiqueState {
  if (action.type === 'sent') return { ...emptyCritique, status: 'reading' };
  if (state.status !== 'reading') return state;
  switch (action.type) {
    case 'criterion-available': {
      const { criterion, number, of } = action;
      return { ...state, read: { criterion, number, of } };
    }
    case 'critique-available':
      return { ...state, critique: action.critique };
    case 'critique-end':
      return { ...state, status: 'done', fallback: action.fallback };
    case 'error': {
      const { code, retryable } = action;
      return { ...state, status: 'failed', failure: { code, retryable, retryAfterSeconds: null } };
    }
    case 'stopped':
      return { ...state, status: 'stopped' };
    case 'failed':
      return { ...state, status: 'failed', failure: action.failure };
  }
}
