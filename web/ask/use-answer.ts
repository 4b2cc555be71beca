import { useCallback, useReducer, useRef } from 'react';
import type { AnswerAction } from './answer-state.ts';
import { emptyConversation, reduceConversation, type Conversation } from './conversation-state.ts';
import { requestAnswer } from './request-answer.ts';

/** A conversation and what the reader can do with it. */
export type Answering = {
  readonly conversation: Conversation;
  ask(question: string): void;
  /** Asks the last question again, in place. */
  retry(): void;
  /** Ends the answer in progress and keeps what came. */
  stop(): void;
  /** Forgets the conversation and begins another. */
  reset(): void;
};

/** Asks one question at a time; asking again, or `stop`, ends the answer in progress. */
export function useAnswer(): Answering {
  const [conversation, dispatch] = useReducer(reduceConversation, emptyConversation);
  const current = useRef<AbortController>(undefined);

  const run = async (question: string) => {
    current.current?.abort();
    const controller = (current.current = new AbortController());
    const tell = (action: AnswerAction) => {
      // A stopped request may still deliver; a newer one owns the screen.
      if (current.current === controller) dispatch({ type: 'answered', action });
    };
    const request =
      conversation.id === null ? { question } : { question, conversationId: conversation.id };
    try {
      for await (const action of requestAnswer(request, controller.signal)) tell(action);
    } catch {
      tell({ type: 'stopped' });
    }
  };

  const stop = useCallback(() => {
    // Shown at once: the network may take its time to close.
    dispatch({ type: 'answered', action: { type: 'stopped' } });
    current.current?.abort();
  }, []);

  return {
    conversation,
    stop,
    ask(question) {
      dispatch({ type: 'asked', question });
      void run(question);
    },
    retry() {
      const last = conversation.turns.at(-1);
      if (!last) return;
      dispatch({ type: 'retried' });
      void run(last.question);
    },
    reset() {
      current.current?.abort();
      current.current = undefined;
      dispatch({ type: 'reset' });
    },
  };
}
