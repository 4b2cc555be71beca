/**
 * Yields what some work reports while it goes on, and returns what it comes to. Work that nobody waits for any more is
 * aborted, and has ended when the generator has.
 * @throws what the work throws, after everything that it reported
 */
export async function* whileWorking<Report, Result>(
  work: (report: (one: Report) => void, signal: AbortSignal) => Promise<Result>,
  signal: AbortSignal,
): AsyncGenerator<Report, Result, void> {
  const own = new AbortController();
  const reports: Report[] = [];
  let wake = (): void => {};
  let isOver = false;
  const working = work(
    (one) => {
      reports.push(one);
      wake();
    },
    AbortSignal.any([signal, own.signal]),
  );
  const over = working
    .catch(() => undefined)
    .then(() => {
      isOver = true;
      wake();
    });
  try {
    for (;;) {
      while (reports.length > 0) yield reports.shift()!;
      if (isOver) return await working;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    own.abort();
    await over;
  }
}
