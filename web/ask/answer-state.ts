import type { AnswerEvent, Decision, Unsupported } from '../../server/contract/answers.ts';
import type { Citation, Source } from '../../server/contract/course.ts';
import type { Failure } from '../api/failure.ts';

type Received = {
  readonly text: string;
  readonly sources: readonly Source[];
  /** Null until the server has checked the quotations. */
  readonly citations: readonly Citation[] | null;
  readonly unsupported: readonly Unsupported[];
  /** Quotations removed because the course does not hold them. */
  readonly dropped: number;
};

/** One answer as the page shows it. A union, so no component can render half a state. */
export type AnswerState = Received &
  (
    | { readonly status: 'streaming' }
    | { readonly status: 'stopped' }
    | { readonly status: 'failed'; readonly failure: Failure }
    | {
        readonly status: 'done';
        readonly decision: Decision;
        readonly language: 'fr' | 'en';
        readonly fallback: boolean;
        readonly nearest: readonly Source[];
      }
  );

/** What can happen to an answer: an event of the stream, the reader's stop, or a failure the page noticed itself. */
export type AnswerAction =
  | AnswerEvent
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly failure: Failure };

/** An answer of which nothing has arrived. */
export const emptyAnswer: AnswerState = {
  status: 'streaming',
  text: '',
  sources: [],
  citations: null,
  unsupported: [],
  dropped: 0,
};

/** The answer after an action. Whatever came is kept; after the first end (of any kind) nothing changes any more. */
export function reduceAnswer(state: AnswerState, action: AnswerAction): AnswerState {
  if (state.status !== 'streaming') return state;
  switch (action.type) {
    case 'sources-available':
      return { ...state, sources: action.sources };
    case 'text-delta':
      return { ...state, text: state.text + action.delta };
    case 'citations-available': {
      const { citations, unsupported, dropped } = action;
      return { ...state, citations, unsupported, dropped };
    }
    case 'answer-end': {
      const { decision, language, fallback, nearest } = action;
      return { ...state, status: 'done', decision, language, fallback, nearest };
    }
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
