import type { RunRow } from '../runs/run-row.ts';

/** One case and one metric, trials averaged: the unit of every statistic. */
export type ItemScore = {
  readonly suite: string;
  readonly metric: string;
  readonly caseId: string;
  readonly cluster: string;
  /** Mean of the trials that have a value; `null` where none has (it does not apply, or the case failed to run). */
  readonly value: number | null;
  /** Values of the single trials. */
  readonly trials: readonly number[];
};

/** Averages the trials of each case and metric; in the order of the rows. */
export function itemScores(rows: readonly RunRow[]): readonly ItemScore[] {
  const items = new Map<string, { row: RunRow; metric: string; trials: number[] }>();
  for (const row of rows) {
    for (const { metric, value } of row.scores) {
      const key = itemKey(row.suite, row.caseId, metric);
      const item = items.get(key) ?? { row, metric, trials: [] };
      if (value !== null && Number.isFinite(value)) item.trials.push(value);
      items.set(key, item);
    }
  }
  return [...items.values()].map(({ row: { suite, caseId, cluster }, metric, trials }) => ({
    ...{ suite, metric, caseId, cluster, trials },
    value: trials.length === 0 ? null : trials.reduce((sum, one) => sum + one, 0) / trials.length,
  }));
}

/** What two runs share of one case and metric. */
export const itemKey = (suite: string, caseId: string, metric: string): string =>
  JSON.stringify([suite, caseId, metric]);
