/** Runs what is given for one key after what was given for it before, whether that failed or not. */
export type OneAtATime = <T>(key: string, run: () => Promise<T>) => Promise<T>;

/** Creates a {@link OneAtATime}; it remembers a key for as long as something runs for it. */
export function createOneAtATime(): OneAtATime {
  const last = new Map<string, Promise<unknown>>();
  return async (key, run) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(run, run);
    const settled = mine.catch(() => {});
    last.set(key, settled);
    void settled.then(() => {
      if (last.get(key) === settled) last.delete(key);
    });
    return mine;
  };
}
