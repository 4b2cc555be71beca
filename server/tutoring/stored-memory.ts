import { z } from 'zod';
import type { Citation } from '../contract/course.ts';
import type { Ledgers } from '../integrity/ledger.ts';
import { readLedgerText, toLedgerText } from '../integrity/ledger-text.ts';
import type { Conversations, Turn } from './conversations.ts';

/**
 * What somebody else stores of a conversation, read before a turn. The texts are this tutor's own: who stores them need
 * not understand them.
 */
export type StoredMemory = {
  readonly conversationId: string;
  /** Of the turns that later ones may lean on, oldest first. */
  readonly turns: readonly string[];
  /** What the exam guard remembers; `null` before the first turn. */
  readonly ledger: string | null;
  /** Called once at most, before the answer ends: the turn enters later prompts. */
  keepTurn(text: string): void | Promise<void>;
  /**
   * Called before anything is said of the course or of an exam.
   * @param item the exam item that the turn is about
   */
  keepLedger(
    text: string,
    item: { readonly exam: string; readonly item: string } | null,
  ): void | Promise<void>;
  /** Told, before a text with a marker leaves, of the citations of all markers that have left by then. */
  keepCitations(citations: readonly Citation[]): void;
};

const schema = z.object({
  question: z.string(),
  language: z.enum(['fr', 'en']),
  topic: z.object({ subject: z.string(), form: z.string() }),
  answer: z.string(),
});

/** The tutor's memory for one turn of a stored conversation. */
export function recall(memory: StoredMemory): {
  readonly conversations: Conversations;
  readonly ledgers: Ledgers;
  readonly onCited: StoredMemory['keepCitations'];
} {
  const ledger = readLedgerText(memory.ledger);
  const turns = memory.turns.flatMap(readTurn);
  return {
    onCited: (citations) => memory.keepCitations(citations),
    conversations: {
      open: () => ({ id: memory.conversationId, turns }),
      add: (_id, turn) => memory.keepTurn(JSON.stringify(turn)),
    },
    ledgers: {
      of: () => ledger,
      keep: (_id, after, item) =>
        memory.keepLedger(toLedgerText(after), item && { exam: item.exam, item: item.id }),
    },
  };
}

/** A turn that cannot be read, made by another version, is left out of the prompt: nothing is lost but its help. */
function readTurn(text: string): readonly Turn[] {
  try {
    return [schema.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}
