import type { ConversationView, Rating } from '../../server/contract/conversations.ts';
import type { Failure } from '../api/failure.ts';
import { emptyAnswer, reduceAnswer, type AnswerAction, type AnswerState } from './answer-state.ts';
import { storedAnswer } from './stored-answer.ts';

/** A question and what came of it. */
export type Turn = {
  /** The page's own name for it, which stays when the server's comes. */
  readonly key: number;
  /** The server's name for it; null until the question is stored. */
  readonly id: string | null;
  readonly question: string;
  readonly answer: AnswerState;
  readonly rating: Rating | null;
  /** True when its answer came while the reader was looking: only that is announced. */
  readonly live: boolean;
};

/** A conversation on the screen, its turns oldest first. */
export type Conversation = {
  /** The server's name for it; null before the first question is stored. */
  readonly id: string | null;
  /** How far opening a stored one has come. */
  readonly opening: 'no' | 'loading' | Failure;
  /** True for one that began on this screen and that the address does not name yet. */
  readonly begun: boolean;
  readonly turns: readonly Turn[];
  /** Key of the next turn. */
  readonly nextKey: number;
};

/** What can happen to a conversation; answers always belong to the last turn. */
export type ConversationAction =
  | { readonly type: 'opening'; readonly id: string }
  | { readonly type: 'opened'; readonly view: ConversationView }
  | { readonly type: 'opening-failed'; readonly failure: Failure }
  /** `replaces`: the question takes the place of the last turn. */
  | { readonly type: 'asked'; readonly question: string; readonly replaces: boolean }
  | { readonly type: 'answered'; readonly action: AnswerAction }
  | { readonly type: 'rated'; readonly turnId: string; readonly rating: Rating | null }
  | { readonly type: 'addressed' }
  | { readonly type: 'reset' };

/** A conversation in which nothing was asked. */
export const emptyConversation: Conversation = {
  id: null,
  opening: 'no',
  begun: false,
  turns: [],
  nextKey: 1,
};

/** The conversation after an action. */
export function reduceConversation(state: Conversation, action: ConversationAction): Conversation {
  const { turns, nextKey } = state;
  switch (action.type) {
    case 'reset':
      return { ...emptyConversation, nextKey };
    case 'opening':
      // What is shown of the same one stays until the stored one has come.
      return state.id === action.id
        ? { ...state, opening: 'loading' }
        : { ...emptyConversation, nextKey, id: action.id, opening: 'loading' };
    case 'opened':
      return open(state, action.view);
    case 'opening-failed':
      return { ...state, opening: action.failure };
    case 'asked': {
      const { question, replaces } = action;
      const turn = { question, answer: emptyAnswer, rating: null, live: true };
      const kept = replaces ? turns.slice(0, -1) : turns;
      return {
        ...{ ...state, nextKey: nextKey + 1 },
        turns: [...kept, { ...turn, key: nextKey, id: null }],
      };
    }
    case 'answered':
      return answered(state, action.action);
    case 'rated': {
      const { turnId, rating } = action;
      return {
        ...state,
        turns: turns.map((turn) => (turn.id === turnId ? { ...turn, rating } : turn)),
      };
    }
    case 'addressed':
      return { ...state, begun: false };
  }
}

function open(state: Conversation, { id, history }: ConversationView): Conversation {
  const same = state.id === id ? state.turns : [];
  const turns = history.map((turn, index): Turn => {
    const known = same.find((one) => one.id === turn.id);
    const { question, rating } = turn;
    return {
      ...{ id: turn.id, question, rating, answer: storedAnswer(turn) },
      key: known?.key ?? state.nextKey + index,
      // One that is read anew after it was stopped stays announced: it would be taken back before it was heard.
      live: turn.status === 'streaming' || known?.live === true,
    };
  });
  const nextKey = state.nextKey + history.length;
  return { id, opening: 'no', begun: false, turns, nextKey };
}

function answered(state: Conversation, action: AnswerAction): Conversation {
  const last = state.turns.at(-1);
  if (!last) return state;
  const answer = reduceAnswer(last.answer, action);
  const stored = action.type === 'turn-stored' ? action : null;
  const turn = { ...last, answer, id: stored?.turnId ?? last.id };
  const turns = [...state.turns.slice(0, -1), turn];
  // The server has forgotten the conversation: trying again must begin a new one.
  if (answer.status === 'failed' && answer.failure.code === 'not-found')
    return { ...state, turns, id: null };
  if (!stored) return { ...state, turns };
  return {
    ...{ ...state, turns, id: stored.conversationId },
    begun: state.begun || state.id !== stored.conversationId,
  };
}
