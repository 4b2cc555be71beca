import { groupBy } from '../../server/extraction/group-by.ts';
import { holm } from '../statistics/holm.ts';
import { mcnemarExact } from '../statistics/mcnemar-exact.ts';
import { pairedClusterBootstrap } from '../statistics/paired-cluster-bootstrap.ts';
import type { RunRow } from '../runs/run-row.ts';
import { itemKey, itemScores } from './item-scores.ts';
import { senseOf } from './metric-sense.ts';

/** One metric in two runs over the cases that both measured. */
export type MetricDifference = {
  readonly metric: string;
  readonly n: number;
  /** Cases measured in one of the runs only: they are left out. */
  readonly unpaired: number;
  /** Run minus baseline, with its 95 % interval; `null` bounds with fewer than two clusters. */
  readonly delta: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  /** McNemar's exact test on the cases that differ (for graded scores: the sign test), Holm-adjusted over all metrics. */
  readonly p: number;
  /** `better` and `worse` only where the adjusted p is at most .05. */
  readonly verdict: 'better' | 'worse' | 'no difference shown';
};

/**
 * Compares every metric that both runs have.
 * @param resamples for the intervals; verdicts need none
 */
export function compareMetrics(
  run: readonly RunRow[],
  baseline: readonly RunRow[],
  seed: number,
  resamples = 2_000,
): readonly MetricDifference[] {
  const before = new Map(
    itemScores(baseline).map((item) => [itemKey(item.suite, item.caseId, item.metric), item]),
  );
  const byMetric = groupBy(itemScores(run), ({ metric }) => metric);
  const differences = [...byMetric].flatMap(([metric, items]) => {
    const pairs = items.flatMap(({ suite, caseId, cluster, value }) => {
      const a = before.get(itemKey(suite, caseId, metric))?.value ?? null;
      return value === null || a === null ? [] : [{ cluster, a, b: value }];
    });
    if (pairs.length === 0) return [];
    const sense = senseOf(metric);
    const count = (sign: number) => pairs.filter(({ a, b }) => Math.sign(b - a) === sign).length;
    const [wins, losses] = [count(sense), count(-sense)];
    const { delta, low, high } = pairedClusterBootstrap(pairs, { seed, resamples });
    return [
      {
        ...{ metric, n: pairs.length, unpaired: items.length - pairs.length, delta, wins, losses },
        low: Number.isFinite(low) ? low : null,
        high: Number.isFinite(high) ? high : null,
        ties: pairs.length - wins - losses,
        p: mcnemarExact(wins, losses),
      },
    ];
  });
  const adjusted = holm(differences.map(({ p }) => p));
  return differences.map((one, at) => ({
    ...one,
    p: adjusted[at]!,
    verdict:
      adjusted[at]! > 0.05 ? 'no difference shown' : one.wins > one.losses ? 'better' : 'worse',
  }));
}
