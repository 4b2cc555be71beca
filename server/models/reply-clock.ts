import type { Deadlines } from '../config.ts';
import { ModelFailureError } from './model-failure.ts';

/** Watches one reply, over all attempts. */
export type ReplyClock = {
  /** Visible text has come. */
  readonly markText: () => void;
  /** Whether any has. */
  readonly started: () => boolean;
  /** Until the deadline that comes first, in milliseconds; not below 0. */
  readonly remainingMs: () => number;
  /**
   * Waits for `promise`, for `limitMs` at most. The timer is gone when it returns.
   * @throws {ModelFailureError} `timeout`; the abort reason when the reader's signal fires.
   */
  readonly within: <T>(promise: Promise<T>, limitMs: number) => Promise<T>;
};

/** Starts a clock now; `signal` is the reader's. */
export function createReplyClock(deadlines: Deadlines, signal: AbortSignal): ReplyClock {
  const start = performance.now();
  let lastText: number | null = null;
  return {
    markText: () => {
      lastText = performance.now();
    },
    started: () => lastText !== null,
    remainingMs: () => {
      const phase =
        lastText === null ? start + deadlines.firstTokenMs : lastText + deadlines.idleMs;
      return Math.max(0, Math.min(phase, start + deadlines.totalMs) - performance.now());
    },
    within: (promise, limitMs) => race(promise, limitMs, signal),
  };
}

function race<T>(promise: Promise<T>, limitMs: number, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => settle(() => reject(new ModelFailureError({ kind: 'timeout' })));
    const aborted = () => settle(() => reject(signal.reason));
    const timer = setTimeout(late, limitMs);
    signal.addEventListener('abort', aborted, { once: true });
    const settle = (settled: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
      settled();
    };
    promise.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    );
    // Checked after the promise has its handlers: a stream that is always ready never lets the timer fire.
    if (signal.aborted) aborted();
    else if (limitMs <= 0) late();
  });
}
