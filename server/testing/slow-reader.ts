import type { StructuredModel } from '../critique/structured-model.ts';
import { TutorError } from '../errors.ts';

export type SlowReader = StructuredModel & {
  /** Lets every reply fail from now on, those that are waited for too, so that the offline engine reads the drafts. */
  go(): void;
  /** Lets replies wait again. */
  hold(): void;
  /** Whether a reply is waited for. */
  isWaiting(): boolean;
  /** `performance.now()` when a reply was last aborted; null before. */
  abortedAt(): number | null;
};

/** A model that reads drafts and says nothing until it is told to give up. */
export function slowReader(): SlowReader {
  const waiting = new Set<() => void>();
  let isHeld = true;
  let abortedAt: number | null = null;
  return {
    name: 'slow',
    go: () => {
      isHeld = false;
      for (const giveUp of waiting) giveUp();
      waiting.clear();
    },
    hold: () => void (isHeld = true),
    isWaiting: () => waiting.size > 0,
    abortedAt: () => abortedAt,
    reply: (_messages, { signal }) =>
      new Promise((_resolve, reject) => {
        const giveUp = () => reject(new TutorError('model-unavailable', 'It gave up.'));
        if (signal.aborted) return reject(signal.reason as Error);
        if (!isHeld) return giveUp();
        waiting.add(giveUp);
        signal.addEventListener('abort', () => {
          waiting.delete(giveUp);
          abortedAt = performance.now();
          reject(signal.reason as Error);
        });
      }),
  };
}
