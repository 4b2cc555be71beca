import { groupBy } from '../../server/extraction/group-by.ts';
import type { RunRow } from '../runs/run-row.ts';
import { type PercentileInterval, percentileInterval } from '../statistics/percentile-interval.ts';

/** Time, tokens and cost of one suite. Milliseconds; rows taken over from an earlier run say nothing about time. */
export type ServiceFigures = {
  readonly suite: string;
  readonly rows: number;
  readonly cached: number;
  readonly firstWords: { readonly p50: PercentileInterval; readonly p95: PercentileInterval };
  readonly whole: { readonly p50: PercentileInterval; readonly p95: PercentileInterval };
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** True when any count was made from characters. */
  readonly estimated: boolean;
  /** `null` when a row has no price. */
  readonly costUsd: number | null;
};

/** Sums the rows up by suite. */
export function serviceFigures(rows: readonly RunRow[]): readonly ServiceFigures[] {
  return [...groupBy(rows, ({ suite }) => suite)].map(([suite, members]) => {
    const timed = members.filter(({ status, timing }) => status === 'ok' && !timing.cached);
    const sum = (of: (row: RunRow) => number) => members.reduce((total, row) => total + of(row), 0);
    const costs = members.map(({ usage }) => usage.costUsd);
    return {
      ...{ suite, rows: members.length },
      cached: members.filter(({ timing }) => timing.cached).length,
      firstWords: both(timed.flatMap(({ timing }) => timing.ttftMs ?? [])),
      whole: both(timed.map(({ timing }) => timing.totalMs)),
      tokensIn: sum(({ usage }) => usage.in),
      tokensOut: sum(({ usage }) => usage.out),
      estimated: members.some(({ usage }) => usage.estimated),
      costUsd: costs.includes(null) ? null : sum(({ usage }) => usage.costUsd ?? 0),
    };
  });
}

const both = (values: readonly number[]) => ({
  p50: percentileInterval(values, 0.5),
  p95: percentileInterval(values, 0.95),
});
