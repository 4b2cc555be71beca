import { withCourse } from '../bench/course.ts';
import type { Variant } from '../variants/variant.ts';
import { cachedRows } from './cached-rows.ts';
import { findUnfinished } from './find-unfinished.ts';
import { createMetering } from './metering-model.ts';
import { createPace } from './pace.ts';
import { planRun, type RunPlan, type RunScope } from './plan-run.ts';
import type { PriceTable } from './price-table.ts';
import { openRun } from './run-file.ts';
import { runJobs } from './run-jobs.ts';
import type { Run, RunHeader, RunRow, VariantRef } from './run-row.ts';
import type { RunStore } from './run-store.ts';
import { type Ending, type Job, jobFields, jobKey, toRow } from './to-row.ts';
import { tuningOf, variantModel } from './variant-model.ts';
import { corpusOf, referTo } from './variant-ref.ts';

export type RunOptions = Omit<RunScope, 'only'> & {
  readonly store: RunStore;
  readonly prices: PriceTable;
  readonly seed: number;
  readonly concurrency: number;
  /** Cases started in a minute, at most; `null` for as many as can be. */
  readonly perMinute: number | null;
  readonly timeoutMs: number;
  /** Takes nothing over from earlier runs. */
  readonly fresh: boolean;
  /** As typed, for whoever wants the same run. */
  readonly command: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Told the name of the run once its file is there. */
  readonly onBegin?: (run: string) => void;
  readonly onProgress: (done: number, total: number) => void;
  /** Sentences about the run, e.g. that it goes on where a killed one ended. */
  readonly onNote: (note: string) => void;
};

/**
 * Runs a variant over its cases, each row written as soon as it is known; goes on with a run that was cut short.
 * @throws {Error} in one sentence when it cannot be run; the abort reason when the signal fires
 */
export async function runVariant(variant: Variant, options: RunOptions): Promise<Run> {
  const { store, signal } = options;
  const ref = await referTo(variant);
  const metering = createMetering();
  const { chatModel, only } = await variantModel(variant, options.env);
  const compose = {
    ...(chatModel && { chatModel }),
    ...{ observe: metering.observe, tuning: tuningOf(variant) },
  };
  return withCourse(
    async (course) => {
      const plan = await planRun(course, { ...options, ...(only && { only }) });
      const begun = await beginRun(plan, ref, options);
      const { header, jobs, writer } = begun;
      let { done } = begun;
      options.onBegin?.(header.run);
      const add = async (row: RunRow) => {
        await writer.add(row);
        options.onProgress((done += 1), header.expected);
      };
      try {
        const cached = options.fresh
          ? new Map<string, RunRow>()
          : await cachedRows(store, ref.hash);
        const timed = new Set(options.suites.flatMap((suite) => (suite.timed ? [suite.name] : [])));
        const fresh: Job[] = [];
        for (const job of jobs) {
          const known = timed.has(job.suite) ? undefined : cached.get(jobKey(jobFields(job)));
          if (!known) fresh.push(job);
          else await add({ ...known, run: header.run, timing: { ...known.timing, cached: true } });
        }
        const jobOptions = {
          ...{ timeoutMs: options.timeoutMs, signal, metering },
          ...{ recorded: variant.model === 'recorded', pace: createPace(options.perMinute) },
          onEnding: (job: Job, ending: Ending) => add(toRow(header, job, ending, options.prices)),
        };
        const [clocked, rest] = [true, false].map((is) =>
          fresh.filter(({ suite }) => timed.has(suite) === is),
        );
        await runJobs(rest ?? [], { ...jobOptions, concurrency: options.concurrency });
        // One after the other: beside each other they would measure each other, and what they cost could not be told apart.
        await runJobs(clocked ?? [], { ...jobOptions, concurrency: 1 });
        const { rows } = await store.read(header.run);
        const finishedAt = new Date().toISOString();
        await writer.add({ kind: 'end', run: header.run, finishedAt, costUsd: totalCost(rows) });
      } finally {
        await writer.close();
        await plan.close();
      }
      return store.read(header.run);
    },
    { compose, corpus: corpusOf(variant), expected: variant.expected },
  );
}

/** Opens the run of a plan: a new one, or one that was cut short, with what is left of its jobs. */
async function beginRun({ jobs, datasetHash }: RunPlan, variant: VariantRef, options: RunOptions) {
  const { store, splits, trials, seed, command, fresh } = options;
  const suites = options.suites.map(({ name }) => name);
  const identity = { datasetHash, trials, seed, suites, splits: [...splits] };
  const cut = fresh
    ? null
    : await findUnfinished(store, { ...identity, variantHash: variant.hash });
  if (cut) {
    const there = new Set((await store.read(cut.run)).rows.map(jobKey));
    const left = jobs.filter((job) => !there.has(jobKey(jobFields(job))));
    options.onNote(
      `Goes on with ${cut.run}, which was cut short: ${there.size} of ${jobs.length} rows are there.`,
    );
    const writer = await openRun(store.path(cut.run));
    return { header: cut, jobs: left, done: there.size, writer };
  }
  const startedAt = new Date().toISOString();
  const header: RunHeader = {
    kind: 'run',
    run: `${startedAt.replace(/[-:]/g, '').replace(/\..*/, '')}-${variant.id}-${process.pid}`,
    ...{ startedAt, pid: process.pid, variant, ...identity, expected: jobs.length, command },
  };
  const writer = await openRun(store.path(header.run));
  await writer.add(header);
  return { header, jobs, done: 0, writer };
}

/** US dollars; `null` as soon as one row's cost is unknown. Rows taken over were paid for before. */
function totalCost(rows: readonly RunRow[]): number | null {
  let total = 0;
  for (const { usage, timing } of rows) {
    if (timing.cached) continue;
    if (usage.costUsd === null) return null;
    total += usage.costUsd;
  }
  return total;
}
