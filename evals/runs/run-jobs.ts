import type { Metering } from './metering-model.ts';
import { runJob, type JobLimits } from './run-job.ts';
import type { Ending, Job } from './to-row.ts';

export type JobOptions = JobLimits & {
  /** Cases run beside each other. */
  readonly concurrency: number;
  /** Kept when the next case may start. */
  readonly pace: () => Promise<void>;
  readonly metering: Pick<Metering, 'metered'>;
  /** Called when a case has ended, one call at a time. */
  readonly onEnding: (job: Job, ending: Ending) => Promise<void>;
};

/**
 * Runs cases, a few at a time and at a pace.
 * @throws the abort reason when the signal fires; whatever `onEnding` throws
 */
export async function runJobs(jobs: readonly Job[], options: JobOptions): Promise<void> {
  const { concurrency, pace, metering, onEnding } = options;
  let next = 0;
  let writing = Promise.resolve();
  let stopped = false;
  const worker = async () => {
    for (let at = next++; at < jobs.length && !stopped; at = next++) {
      const job = jobs[at]!;
      await pace();
      const ending = await runJob(job, metering, options);
      writing = writing.then(() => onEnding(job, ending));
      await writing;
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(concurrency, jobs.length) }, worker));
  } finally {
    stopped = true;
  }
}
