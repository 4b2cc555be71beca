import { groupBy } from '../../server/extraction/group-by.ts';
import { minimumDetectableEffect } from '../statistics/minimum-detectable-effect.ts';
import { pairedClusterBootstrap } from '../statistics/paired-cluster-bootstrap.ts';
import { passK } from '../statistics/pass-k.ts';
import { wilson } from '../statistics/wilson.ts';
import type { RunRow } from '../runs/run-row.ts';
import { type ItemScore, itemScores } from './item-scores.ts';
import { senseOf } from './metric-sense.ts';

/** One metric over one run, with what it rests on. */
export type MetricSummary = {
  readonly metric: string;
  /** `share` when every trial passes or fails, else `mean`. */
  readonly kind: 'share' | 'mean';
  readonly sense: 1 | -1;
  readonly n: number;
  readonly clusters: number;
  /** Cases to which it does not apply, or that could not be measured: not in `n`. */
  readonly unmeasured: number;
  readonly value: number | null;
  /** 95 % interval. */
  readonly low: number | null;
  readonly high: number | null;
  /** Smallest drop that a comparison over the same cases, clusters allowed for, would notice. */
  readonly mde: number | null;
  /** Share of cases that pass all of k trials drawn, with the number of trials made; `null` for single trials. */
  readonly reliability: { readonly trials: number; readonly passAll: number } | null;
};

/** Summarises every metric of a run, in the order of the rows. */
export function summariseMetrics(rows: readonly RunRow[], seed: number): readonly MetricSummary[] {
  const byMetric = groupBy(itemScores(rows), ({ metric }) => metric);
  return [...byMetric].map(([metric, items]) => summarise(metric, items, seed));
}

function summarise(metric: string, items: readonly ItemScore[], seed: number): MetricSummary {
  const measured = items.flatMap(({ value, ...item }) =>
    value === null ? [] : [{ ...item, value }],
  );
  const n = measured.length;
  const clusters = new Set(measured.map(({ cluster }) => cluster)).size;
  const isShare = measured.every(({ trials }) => trials.every((one) => one === 0 || one === 1));
  const sense = senseOf(metric);
  const value = n === 0 ? null : measured.reduce((sum, item) => sum + item.value, 0) / n;
  return {
    ...{ metric, sense, n, clusters, value },
    kind: isShare ? 'share' : 'mean',
    unmeasured: items.length - n,
    ...interval(measured, { isShare, value, seed }),
    mde:
      value === null || !isShare
        ? null
        : minimumDetectableEffect({
            n: Math.round(n / designEffect(measured, value)),
            baseRate: sense === 1 ? value : 1 - value,
          }),
    reliability: isShare ? reliability(measured) : null,
  };
}

type Measured = Omit<ItemScore, 'value'> & { readonly value: number };

/**
 * Wilson's for shares, with the number of cases divided by the design effect (Kish, 1965), so that cases that fail
 * together count as few; the cluster bootstrap for the rest.
 */
function interval(
  items: readonly Measured[],
  { isShare, value, seed }: { isShare: boolean; value: number | null; seed: number },
): { readonly low: number | null; readonly high: number | null } {
  if (value === null) return { low: null, high: null };
  if (isShare) {
    const effective = items.length / designEffect(items, value);
    const { low, high } = wilson(value * effective, effective);
    return { low: Math.min(low, value), high: Math.max(high, value) };
  }
  const pairs = items.map((item) => ({ cluster: item.cluster, a: 0, b: item.value }));
  const { low, high } = pairedClusterBootstrap(pairs, { seed, resamples: 2000 });
  return { low: Number.isFinite(low) ? low : null, high: Number.isFinite(high) ? high : null };
}

/** How much wider the clusters make the variance of the mean than independent cases would; at least 1. */
export function designEffect(
  items: readonly { readonly cluster: string; readonly value: number }[],
  mean: number,
): number {
  const clusters = [...groupBy(items, ({ cluster }) => cluster).values()];
  const independent = items.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  if (independent === 0 || clusters.length < 2) return 1;
  const together = clusters.reduce(
    (sum, members) => sum + members.reduce((part, { value }) => part + value - mean, 0) ** 2,
    0,
  );
  return Math.max(1, ((clusters.length / (clusters.length - 1)) * together) / independent);
}

function reliability(items: readonly Measured[]): MetricSummary['reliability'] {
  const trials = Math.min(...items.map((item) => item.trials.length));
  if (items.length === 0 || trials < 2) return null;
  const shares = items.map((item) =>
    passK(item.trials.filter((one) => one === 1).length, item.trials.length, trials)!,
  );
  return { trials, passAll: shares.reduce((sum, one) => sum + one, 0) / items.length };
}
