import type { EvalRun } from '../../../server/contract/evals.ts';

/**
 * What a run is compared with unless its reader chooses another: the last complete one of what serves that holds the
 * same suites; of what serves itself, the one before. `null` where there is none.
 * @param served the variant that answers students now; `null` where it is not known
 */
export function referenceRun(
  run: EvalRun,
  runs: readonly EvalRun[],
  served: string | null,
): EvalRun | null {
  const usable = runs.filter(
    (one) =>
      one.variant === served &&
      one.status === 'complete' &&
      one.run !== run.run &&
      sameScope(one, run) &&
      (run.variant !== served || one.startedAt < run.startedAt),
  );
  return usable.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))[0] ?? null;
}

const sameScope = (a: EvalRun, b: EvalRun): boolean =>
  [...a.suites, ...a.splits].join() === [...b.suites, ...b.splits].join();
