import { randomUUID } from 'node:crypto';
import type { Language } from '../language/detect-language.ts';
import type { Topic } from './follow-up.ts';

/** One question and what came of it. */
export type Turn = {
  readonly question: string;
  readonly language: Language;
  /** What the next question may lean on. */
  readonly topic: Topic;
  readonly answer: string;
};

export type Conversation = { readonly id: string; readonly turns: readonly Turn[] };

/** The server's own record of what was said; a history from a client is never taken. */
export type Conversations = {
  /** The conversation of that id; a new one when the id is missing, unknown or forgotten. */
  open(id?: string): Conversation;
  add(id: string, turn: Turn): void | Promise<void>;
};

/** Conversations in memory, where adding takes no time. */
export type RememberedConversations = Omit<Conversations, 'add'> & {
  add(id: string, turn: Turn): void;
};

export type ConversationLimits = { readonly conversations: number; readonly turns: number };

/** Conversations in memory; the one used least recently is forgotten when there are too many. */
export function createConversations(
  limits: ConversationLimits = { conversations: 2_000, turns: 20 },
): RememberedConversations {
  const known = new Map<string, readonly Turn[]>();

  const keep = (id: string, turns: readonly Turn[]): void => {
    known.delete(id);
    known.set(id, turns.slice(-limits.turns));
    for (const oldest of known.keys()) {
      if (known.size <= limits.conversations) break;
      known.delete(oldest);
    }
  };

  return {
    open(id) {
      const turns = id === undefined ? undefined : known.get(id);
      const opened = turns && id ? { id, turns } : { id: randomUUID(), turns: [] };
      keep(opened.id, opened.turns);
      return opened;
    },
    add(id, turn) {
      keep(id, [...(known.get(id) ?? []), turn]);
    },
  };
}
