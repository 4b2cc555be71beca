import type { Decision, Unsupported } from '../../server/contract/answers.ts';
import type { TurnEvent } from '../../server/contract/conversations.ts';
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
    | {
        readonly status: 'streaming';
        /** True while the connection is being tried again; the answer goes on at the server. */
        readonly lost: boolean;
      }
    | { readonly status: 'stopped' }
    | {
        readonly status: 'failed';
        readonly failure: Failure;
        /** True where the page lost sight of the answer, which may go on at the server; false where it ended there. */
        readonly lost: boolean;
      }
    | {
        readonly status: 'done';
        readonly decision: Decision;
        readonly language: 'fr' | 'en';
        readonly fallback: boolean;
        readonly nearest: readonly Source[];
      }
  );

/** What can happen to an answer: an event of the stream, or what the page noticed of the connection. */
export type AnswerAction =
  | TurnEvent
  | { readonly type: 'connection-lost' }
  | { readonly type: 'failed'; readonly failure: Failure };

/** An answer of which nothing has arrived. */
export const emptyAnswer: AnswerState = {
  status: 'streaming',
  lost: false,
  text: '',
  sources: [],
  citations: null,
  unsupported: [],
  dropped: 0,
};

/** The answer after an action. Whatever came is kept; after the first end (of any kind) nothing changes any more. */
export function reduceAnswer(state: AnswerState, action: AnswerAction): AnswerState {
  if (state.status !== 'streaming') return state;
  const { text, sources, citations, unsupported, dropped } = state;
  const received: Received = { text, sources, citations, unsupported, dropped };
  switch (action.type) {
    case 'turn-stored':
      return { ...state, lost: false };
    case 'sources-available':
      return { ...state, lost: false, sources: action.sources };
    case 'text-delta':
      return { ...state, lost: false, text: text + action.delta };
    case 'citations-available':
      return {
        ...{ ...state, lost: false, citations: action.citations },
        ...{ unsupported: action.unsupported, dropped: action.dropped },
      };
    case 'answer-end': {
      const { decision, language, fallback, nearest } = action;
      return { ...received, status: 'done', decision, language, fallback, nearest };
    }
    case 'error': {
      const { code, retryable } = action;
      const failure = { code, retryable, retryAfterSeconds: null };
      return { ...received, status: 'failed', failure, lost: false };
    }
    case 'connection-lost':
      return { ...state, lost: true };
    case 'stopped':
      return { ...received, status: 'stopped' };
    case 'failed':
      return { ...received, status: 'failed', failure: action.failure, lost: true };
  }
}
