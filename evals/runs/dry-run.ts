import { withCourse } from '../bench/course.ts';
import type { Variant } from '../variants/variant.ts';
import { cachedRows } from './cached-rows.ts';
import { type Estimate, estimateRun } from './estimate-run.ts';
import { planRun } from './plan-run.ts';
import type { RunOptions } from './run-variant.ts';
import { jobFields, jobKey } from './to-row.ts';
import { variantModel } from './variant-model.ts';
import { corpusOf, referTo } from './variant-ref.ts';

/** What {@link RunOptions} a dry run needs. */
export type DryRunOptions = Pick<
  RunOptions,
  'store' | 'prices' | 'suites' | 'splits' | 'trials' | 'fresh' | 'env'
>;

/** Estimates a run of a variant without asking its model anything. */
export async function dryRun(variant: Variant, options: DryRunOptions): Promise<Estimate> {
  const { hash } = await referTo(variant);
  const { only } = await variantModel(variant, options.env);
  return withCourse(
    async (course) => {
      const { jobs, close } = await planRun(course, { ...options, ...(only && { only }) });
      const known = options.fresh
        ? new Map<string, unknown>()
        : await cachedRows(options.store, hash);
      const left = jobs.filter((job) => !known.has(jobKey(jobFields(job))));
      await close();
      return estimateRun({ jobs, left }, variant, { ...options, course });
    },
    { corpus: corpusOf(variant), expected: variant.expected },
  );
}
