import { emptyAnswer, reduceAnswer, type AnswerAction, type AnswerState } from './answer-state.ts';

/** A question and what came of it. */
export type Turn = { readonly id: number; readonly question: string; readonly answer: AnswerState };

/** Every turn on the screen, oldest first. */
export type Conversation = {
  /** The server's name for it, from the first event; null before. */
  readonly id: string | null;
  readonly turns: readonly Turn[];
};

/** What can happen to a conversation; answers always belong to the last turn. */
export type ConversationAction =
  | { readonly type: 'asked'; readonly question: string }
  | { readonly type: 'retried' }
  | { readonly type: 'answered'; readonly action: AnswerAction }
  | { readonly type: 'reset' };

/** A conversation in which nothing was asked. */
export const emptyConversation: Conversation = { id: null, turns: [] };

/** The conversation after an action. */
export function reduceConversation(state: Conversation, action: ConversationAction): Conversation {
  const last = state.turns.at(-1);
  switch (action.type) {
    case 'reset':
      return emptyConversation;
    case 'asked': {
      const turn = { id: (last?.id ?? 0) + 1, question: action.question, answer: emptyAnswer };
      return { ...state, turns: [...state.turns, turn] };
    }
    case 'retried':
      return last ? replaceLast(state, { ...last, answer: emptyAnswer }) : state;
    case 'answered': {
      if (!last) return state;
      const answer = reduceAnswer(last.answer, action.action);
      return {
        ...replaceLast(state, { ...last, answer }),
        id: nextId(state.id, answer, action.action),
      };
    }
  }
}

function nextId(id: string | null, answer: AnswerState, action: AnswerAction): string | null {
  if (action.type === 'sources-available') return action.conversationId;
  // The server has forgotten the conversation: trying again must begin a new one.
  if (answer.status === 'failed' && answer.failure.code === 'not-found') return null;
  return id;
}

function replaceLast(state: Conversation, turn: Turn): Conversation {
  return { ...state, turns: [...state.turns.slice(0, -1), turn] };
}
