import type { RegisterItem } from './register/register.ts';

/** An item of any exam; also the owner of its sealed runs. */
export const itemKey = ({ exam, id }: Pick<RegisterItem, 'exam' | 'id'>): string => `${exam}#${id}`;

/** What the guard remembers of a conversation; kept on the server, never taken from a client. */
export type Ledger = {
  /** Turns so far. */
  readonly turn: number;
  /** The items that are being spoken of, by key, each with the last turn on which it still is. */
  readonly armed: ReadonlyMap<string, number>;
  /** Hints given so far, by the key of the item. */
  readonly given: ReadonlyMap<string, number>;
  /** Key of the item that the last hint was about. */
  readonly lastItem: string | null;
  /** The last messages, canonical, newest last: a statement cut in pieces is whole in them. */
  readonly window: readonly string[];
};

/** Turns for which an item stays armed after it was touched. */
export const armedTurns = 6;
const windowTurns = armedTurns;

export const emptyLedger: Ledger = {
  turn: 0,
  armed: new Map(),
  given: new Map(),
  lastItem: null,
  window: [],
};

/** The ledger after a message, whose item, if any, is armed anew. */
export function afterTurn(ledger: Ledger, message: string, item: string | null): Ledger {
  const turn = ledger.turn + 1;
  const armed = new Map([...ledger.armed].filter(([, until]) => until >= turn));
  const given = new Map(ledger.given);
  if (item !== null) {
    armed.set(item, turn + armedTurns);
    given.set(item, (given.get(item) ?? 0) + 1);
  }
  return {
    turn,
    armed,
    given,
    lastItem: item ?? (armed.size > 0 ? ledger.lastItem : null),
    window: [...ledger.window, message].slice(-windowTurns),
  };
}

/** Where ledgers are kept, in memory or in a store. What is kept never goes back. */
export type Ledgers = {
  of(conversation: string): Ledger;
  /** @param item the item that the last turn was about */
  keep(
    conversation: string,
    ledger: Ledger,
    item: Pick<RegisterItem, 'exam' | 'id'> | null,
  ): void | Promise<void>;
};

/** Ledgers in memory; the one used least recently is forgotten when there are more than `limit`. */
export function createLedgers(limit = 2_000): Ledgers {
  const known = new Map<string, Ledger>();
  return {
    of: (conversation) => known.get(conversation) ?? emptyLedger,
    keep(conversation, ledger) {
      known.delete(conversation);
      known.set(conversation, ledger);
      for (const oldest of known.keys()) {
        if (known.size <= limit) break;
        known.delete(oldest);
      }
    },
  };
}
