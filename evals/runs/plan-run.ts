import type { Course } from '../bench/course.ts';
import type { Split } from '../cases/load-cases.ts';
import type { CaseSuite } from '../suites/case-suite.ts';
import { hashOf } from './hashes.ts';
import { type Job, jobFields, jobKey } from './to-row.ts';

/** What is run: which suites, of which splits, how often. */
export type RunScope = {
  readonly suites: readonly CaseSuite[];
  readonly splits: readonly Split[];
  /** How often each case is run. */
  readonly trials: number;
  /** Cases to run; by default all. */
  readonly only?: ReadonlySet<string>;
};

export type RunPlan = {
  readonly jobs: readonly Job[];
  readonly datasetHash: string;
  /** To be called when the last job has ended. */
  readonly close: () => Promise<void>;
};

/** Loads the cases of a run, in a fixed order. */
export async function planRun(
  course: Course,
  { suites, splits, trials, only }: RunScope,
): Promise<RunPlan> {
  const jobs: Job[] = [];
  const closing: (() => Promise<void>)[] = [];
  for (const suite of suites) {
    for (const split of splits) {
      for (const one of await suite.prepare(course, split, (close) => closing.push(close))) {
        if (only && !only.has(one.id)) continue;
        for (let trial = 0; trial < trials; trial += 1) {
          jobs.push({ suite: suite.name, one, trial });
        }
      }
    }
  }
  return {
    jobs,
    datasetHash: hashOf(jobs.map((job) => jobKey(jobFields(job)))),
    close: async () => void (await Promise.all(closing.map((close) => close()))),
  };
}
