import type { Metering } from './metering-model.ts';
import type { Ending, Job } from './to-row.ts';

export type JobLimits = {
  /** Milliseconds for one case. */
  readonly timeoutMs: number;
  /** A reply that was not recorded, or no longer fits, is no failure of the tutor: the case is skipped. */
  readonly recorded: boolean;
  readonly signal: AbortSignal;
};

/**
 * Runs one case. A case that fails is an ending too, and so is one in which the model failed and another answered:
 * it says nothing about the variant.
 * @throws the abort reason when `signal` fires
 */
export async function runJob(
  { one }: Job,
  metering: Pick<Metering, 'metered'>,
  { timeoutMs, recorded, signal }: JobLimits,
): Promise<Ending> {
  const late = AbortSignal.timeout(timeoutMs);
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  try {
    const both = AbortSignal.any([signal, late]);
    const { result, meter } = await metering.metered(() => inTime(one.run(both), both));
    if (meter.failures.length === 0) return { status: 'ok', outcome: result, meter };
    const status = recorded ? 'skipped' : 'error';
    return { status, error: sentenceOf(meter.failures[0]), totalMs: elapsed(), meter };
  } catch (error) {
    signal.throwIfAborted();
    if (late.aborted) {
      const sentence = `The case took more than ${timeoutMs / 1000} s.`;
      return { status: 'timeout', error: sentence, totalMs: elapsed(), meter: null };
    }
    return { status: 'error', error: sentenceOf(error), totalMs: elapsed(), meter: null };
  }
}

/** The outcome of a task, or the signal's reason when it fires first: not every case heeds its signal. */
async function inTime<T>(task: Promise<T>, signal: AbortSignal): Promise<T> {
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason as Error);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([task, left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
