import { useEffect, useReducer, useState } from 'react';
import type { ConversationView, Rating } from '../../server/contract/conversations.ts';
import type { Failure } from '../api/failure.ts';
import { getJson } from '../api/get-json.ts';
import { newUuid } from '../api/new-uuid.ts';
import { sendJson } from '../api/send-json.ts';
import { wait } from '../api/wait.ts';
import { createConversationRunner } from './conversation-runner.ts';
import {
  emptyConversation,
  reduceConversation,
  type Conversation,
  type Turn,
} from './conversation-state.ts';
import { openAnswer, reopenAnswer } from './turn-requests.ts';

/** Called once the server has a question, with the conversation that it is in. */
export type OnStored = (conversationId: string) => void;

/** A conversation and what the reader can do with it. */
export type Conversing = {
  readonly conversation: Conversation;
  ask(question: string, onStored: OnStored): void;
  /** Asks in the place of the last question: the same again, or another. */
  askInstead(question: string, onStored: OnStored): void;
  /** Ends the answer in progress and keeps what came. */
  stop(): void;
  /** Shows what the server has by now, unless an answer is followed here. */
  refresh(): void;
  /** Leaves the conversation for a new one. */
  reset(): void;
  /** The address names the conversation now. */
  addressed(): void;
  /** Rates an answer, or takes that back; shown at once, and undone where the server refuses. */
  rate(turn: Turn, rating: Rating | null): Promise<Failure | null>;
};

/**
 * The conversation that the address names, or a new one.
 * @param wanted id of the conversation, null for a new one
 * @param onChanged called when something that lists of conversations show has changed; the same at every call
 */
export function useConversation(wanted: string | null, onChanged: () => void): Conversing {
  const [conversation, tell] = useReducer(reduceConversation, emptyConversation);
  const [runner] = useState(() =>
    createConversationRunner({
      ...{ tell, wait, ask: openAnswer, reopen: reopenAnswer, newKey: newUuid },
      load: (id) => getJson<ConversationView>(`/api/conversations/${encodeURIComponent(id)}`),
      stop: (turnId) => sendJson('POST', `/api/turns/${turnId}/stop`),
      onChanged,
    }),
  );
  useEffect(() => runner.show(wanted), [runner, wanted]);
  useEffect(() => () => runner.close(), [runner]);

  const { id, turns } = conversation;
  const send = (question: string, instead: Turn | null, onStored: OnStored) =>
    runner.ask({ question, conversationId: id, instead, onStored });
  return {
    conversation,
    reset: runner.reset,
    stop: runner.stop,
    ask: (question, onStored) => send(question, null, onStored),
    askInstead: (question, onStored) => send(question, turns.at(-1) ?? null, onStored),
    refresh: () => id !== null && runner.refresh(id),
    addressed: () => tell({ type: 'addressed' }),
    async rate({ id: turnId, rating: before }, rating) {
      if (turnId === null) return null;
      tell({ type: 'rated', turnId, rating });
      const path = `/api/turns/${turnId}/rating`;
      const result = await (rating === null
        ? sendJson('DELETE', path)
        : sendJson('PUT', path, rating));
      if (result.ok) return null;
      tell({ type: 'rated', turnId, rating: before });
      return result.failure;
    },
  };
}
