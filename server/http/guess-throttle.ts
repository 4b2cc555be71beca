import { ipKeyGenerator, MemoryStore } from 'express-rate-limit';
import { TutorError } from '../errors.ts';
import { tooMany } from './too-many.ts';

/** How many wrong codes are looked at, in a time in milliseconds. */
export type GuessLimit = { readonly limit: number; readonly windowMs: number };

/** Looks secrets up for clients that may be guessing. */
export type GuessThrottle = {
  /**
   * What `lookUp` finds. Failures count, by address and in all; successes do not, nor does what was mistyped so that it
   * could be no code. Over the limit a right code is refused like a wrong one, also when many are sent at the same
   * moment.
   * @throws {TutorError} `code-wrong` where it finds nothing, in a sentence that does not say why; `too-many-requests`
   */
  attempt<T>(guess: Guess<T>): Promise<T>;
};

export type Guess<T> = {
  readonly address: string;
  /** False for what could be no code at all. */
  readonly plausible: boolean;
  readonly lookUp: () => Promise<T | null>;
};

export type GuessLimits = { readonly perAddress: GuessLimit; readonly inAll: GuessLimit };

export function createGuessThrottle(limits: GuessLimits): GuessThrottle {
  const counters = [
    { ...limits.perAddress, store: storeOf(limits.perAddress), all: false },
    { ...limits.inAll, store: storeOf(limits.inAll), all: true },
  ];
  const keyOf = (address: string, all: boolean) => (all ? 'all' : ipKeyGenerator(address));

  const refuseOverLimit = async (address: string) => {
    for (const { store, limit, all } of counters) {
      const failures = await store.get(keyOf(address, all));
      if (failures && failures.totalHits >= limit) {
        throw tooMany('Too many wrong codes were entered from here', failures.resetTime);
      }
    }
  };

  const look = async <T>({ address, plausible, lookUp }: Guess<T>) => {
    await refuseOverLimit(address);
    const found = await lookUp();
    if (found !== null) return found;
    if (!plausible) throw codeWrong();
    for (const { store, all } of counters) await store.increment(keyOf(address, all));
    throw codeWrong();
  };

  // One after the other: of many that come at the same moment each must know what became of those before it.
  let last: Promise<unknown> = Promise.resolve();
  return {
    attempt(guess) {
      const mine = last.then(() => look(guess));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

function storeOf({ windowMs }: GuessLimit): MemoryStore {
  const store = new MemoryStore();
  store.init({ windowMs } as Parameters<MemoryStore['init']>[0]);
  return store;
}

const codeWrong = (): TutorError =>
  new TutorError(
    'code-wrong',
    'This code leads nowhere: it is wrong or no longer valid; check it, or ask for a new one.',
  );
