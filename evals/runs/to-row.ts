import type { Meter } from './metering-model.ts';
import { type PriceTable, usageOf } from './price-table.ts';
import type { RunHeader, RunRow, Score } from './run-row.ts';
import type { Outcome, SuiteCase } from '../suites/case-suite.ts';
import { hashOf } from './hashes.ts';

/** One case that is to be run once. */
export type Job = { readonly suite: string; readonly one: SuiteCase; readonly trial: number };

/** How a job ended. */
export type Ending =
  | { readonly status: 'ok'; readonly outcome: Outcome; readonly meter: Meter }
  | {
      readonly status: 'error' | 'timeout' | 'skipped';
      readonly error: string;
      readonly totalMs: number;
      readonly meter: Meter | null;
    };

/** What a job's row is kept under: a row of the same key and the same variant may stand for it. */
export const jobKey = (row: Pick<RunRow, 'suite' | 'caseId' | 'caseHash' | 'trial'>): string =>
  `${row.suite} ${row.caseId} ${row.caseHash} ${row.trial}`;

/** What of a row is known before it is run. */
export function jobFields({ suite, one, trial }: Job) {
  const hidden = one.split === 'test';
  return {
    ...{ suite, caseId: one.id, caseHash: hashOf(one.content), split: one.split, lang: one.lang },
    ...{ cluster: one.cluster, tags: [...one.tags] },
    ...(one.family !== undefined && { family: one.family }),
    turns: hidden ? [] : [...one.turns],
    turnCount: one.turns.length,
    trial,
  };
}

/** The row of a job that has ended. Rows of the test split hold no text: nobody who builds looks at it. */
export function toRow(
  header: Pick<RunHeader, 'run' | 'variant'>,
  job: Job,
  ending: Ending,
  prices: PriceTable,
): RunRow {
  const { run, variant } = header;
  const usage = usageOf(ending.meter ?? unused, variant.model, prices);
  const fields = { ...{ kind: 'row' as const, run, variant }, ...jobFields(job), usage };
  if (ending.status !== 'ok') {
    const { status, error, totalMs } = ending;
    const timing = { ttftMs: null, totalMs, cached: false };
    return { ...fields, status, error, output: null, scores: [], timing };
  }
  const { outcome } = ending;
  const hidden = job.one.split === 'test';
  const output = outcome.output && { ...outcome.output, promptSha: variant.promptHash };
  return {
    ...fields,
    status: 'ok',
    output: hidden ? withoutText(output) : output,
    scores: hidden ? outcome.scores.map(withoutEvidence) : [...outcome.scores],
    timing: { ttftMs: outcome.ttftMs, totalMs: outcome.totalMs, cached: false },
  };
}

const unused = { charactersIn: 0, charactersOut: 0 };

function withoutText(output: RunRow['output']): RunRow['output'] {
  if (output === null) return null;
  const { replies: _, ...rest } = output;
  return {
    ...rest,
    text: '',
    citations: output.citations.map((citation) => ({ ...citation, quote: '' })),
  };
}

const withoutEvidence = ({ metric, value, naReason }: Score): Score => ({
  ...{ metric, value },
  ...(naReason !== undefined && { naReason }),
});
