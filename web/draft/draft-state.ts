import type { DraftView } from '../../server/contract/drafts.ts';
import type { Failure } from '../api/failure.ts';

/** A stored draft as far as the page knows it. */
export type DraftState = {
  /** `null` until the server has sent it. */
  readonly draft: DraftView | null;
  /** Ids of the criteria read so far, in the rubric's order, while the feedback is made. */
  readonly read: readonly string[];
  /** How many criteria there are; 0 until the first is read. */
  readonly of: number;
  /** True while the connection is lost and tried again. */
  readonly waiting: boolean;
  /** Why the draft, or the rest of its feedback, could not be had. */
  readonly failure: Failure | null;
  /** True when this page saw the feedback being made: only then its end is announced. */
  readonly followed: boolean;
};

export type DraftAction =
  | { readonly type: 'opened' }
  | { readonly type: 'loaded'; readonly draft: DraftView }
  | {
      readonly type: 'criterion-read';
      readonly criterion: string;
      readonly number: number;
      readonly of: number;
    }
  | { readonly type: 'connection-lost' }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'shared'; readonly shared: boolean };

/** Before anything has come. */
export const unopenedDraft: DraftState = {
  draft: null,
  read: [],
  of: 0,
  waiting: false,
  failure: null,
  followed: false,
};

/** What an action makes of a draft. An event that comes twice, as after a connection was lost, changes nothing. */
export function reduceDraft(state: DraftState, action: DraftAction): DraftState {
  switch (action.type) {
    case 'opened':
      return unopenedDraft;
    case 'loaded': {
      const { draft } = action;
      const followed = state.followed || draft.status === 'streaming';
      return { ...state, draft, followed, waiting: false, failure: null };
    }
    case 'criterion-read': {
      const { criterion, number, of } = action;
      const isNext = number === state.read.length + 1;
      return {
        ...state,
        of,
        waiting: false,
        read: isNext ? [...state.read, criterion] : state.read,
      };
    }
    case 'connection-lost':
      return { ...state, waiting: true };
    case 'failed':
      return { ...state, waiting: false, failure: action.failure };
    case 'shared':
      return state.draft === null
        ? state
        : { ...state, draft: { ...state.draft, shared: action.shared } };
  }
}
