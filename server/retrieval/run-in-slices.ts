import { setImmediate } from 'node:timers/promises';

/** Long work that gives up the thread, if whoever runs it wants that, at every `yield`: each part takes at most a few ms. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Longest time, in milliseconds, for which {@link runInSlices} keeps other work waiting. */
const sliceMs = 8;

/**
 * Does the work and lets other work through every 8 ms.
 * @throws the signal's reason, between two slices
 */
export async function runInSlices<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  let resumed = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - resumed < sliceMs) continue;
    await setImmediate();
    signal?.throwIfAborted();
    resumed = performance.now();
  }
}

/** Does the work without a pause. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Lets other work through, between two parts that cannot be cut smaller. */
export async function pause(): Promise<void> {
  await setImmediate();
}
