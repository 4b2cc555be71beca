import { setImmediate as breathe } from 'node:timers/promises';
import type { Store } from '../../storage/store.ts';
import { saveAnswer } from '../../storage/turn-progress.ts';

/** Stores what has come of the answers that are being written, so that a process that is killed loses little. */
export type AnswerSaver = {
  /** Stores an answer soon, as it then is; one that is waited for already is stored once. */
  soon(turnId: string, value: () => string): void;
  /** Its end is stored by somebody else. */
  forget(turnId: string): void;
};

/** After this long at most what has come is stored, in milliseconds. */
const saveMs = 500;

/** Answers written in one transaction, between which others are let through. */
const together = 50;

/** Creates it; the answers of a whole class go into the tables together, since each transaction waits for the disk. */
export function createAnswerSaver({ tables }: Pick<Store, 'tables'>): AnswerSaver {
  const waiting = new Map<string, () => string>();
  let timer: NodeJS.Timeout | null = null;

  const save = async (): Promise<void> => {
    const turns = [...waiting];
    waiting.clear();
    for (let at = 0; at < turns.length; at += together) {
      await tables.transaction().execute(async (transaction) => {
        for (const [id, value] of turns.slice(at, at + together)) {
          await saveAnswer(transaction, id, value());
        }
      });
      await breathe();
    }
  };

  return {
    soon(turnId, value) {
      waiting.set(turnId, value);
      timer ??= setTimeout(() => {
        timer = null;
        // A save that fails is made up for by the next one, or told by the end.
        save().catch(() => {});
      }, saveMs).unref();
    },
    forget: (turnId) => void waiting.delete(turnId),
  };
}
