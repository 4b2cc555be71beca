/** Runs what is asked for under one key one after the other; what is under other keys does not wait. */
export type TurnQueue = <Result>(key: string, run: () => Promise<Result>) => Promise<Result>;

/** Creates a queue; a key is forgotten once nothing waits under it. */
export function createTurnQueue(): TurnQueue {
  const last = new Map<string, Promise<unknown>>();
  return async (key, run) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(run, run);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
