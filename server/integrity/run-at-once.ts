/** Long work that lets others through, if whoever runs it wants that, at every `yield`. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does the work without a pause. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
