/** What a pace waits by; replaced in tests. */
export type Clock = {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
};

const realClock: Clock = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
};

/**
 * Spaces starts evenly: at most `perMinute` of them in any minute. `null` lets everything start at once.
 * @returns a function whose promise is kept when the next one may start
 */
export function createPace(
  perMinute: number | null,
  clock: Clock = realClock,
): () => Promise<void> {
  if (perMinute === null) return () => Promise.resolve();
  const gap = 60_000 / perMinute;
  let next = -Infinity;
  return async () => {
    const start = Math.max(clock.now(), next);
    next = start + gap;
    const wait = start - clock.now();
    if (wait > 0) await clock.sleep(wait);
  };
}
