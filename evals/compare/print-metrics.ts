import { table } from '../bench/table.ts';
import type { MetricDifference } from '../report/compare-metrics.ts';
import type { ServiceFigures } from '../report/service-figures.ts';
import type { MetricSummary } from '../report/summarise-metrics.ts';

const number = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

/** Every metric of a run with its interval; beside a baseline also the difference. */
export function printMetrics(
  metrics: readonly MetricSummary[],
  differences: readonly MetricDifference[],
): string {
  const by = new Map(differences.map((one) => [one.metric, one]));
  const head = ['metric', 'n', 'clusters', 'value', '95 %', 'smallest loss that shows'];
  const compared = ['Δ', '95 % of Δ', 'won', 'lost', 'p (Holm)', ''];
  const rows = metrics.map(({ metric, n, clusters, value, low, high, mde }) => {
    const own = [metric, n, clusters, number(value), `${number(low)}–${number(high)}`, number(mde)];
    const one = by.get(metric);
    if (!one) return own;
    const interval = `${number(one.low)} to ${number(one.high)}`;
    const counts = [one.wins, one.losses, one.p.toFixed(3), one.verdict];
    return [...own, one.delta.toFixed(3), interval, ...counts];
  });
  return table(differences.length > 0 ? [...head, ...compared] : head, rows);
}

const milliseconds = (value: number | null): string =>
  value === null ? '–' : `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;

/** Time, tokens and cost of each suite; times of rows taken over are left out. */
export function printService(service: readonly ServiceFigures[]): string {
  return table(
    [
      'service',
      'cases',
      'cached',
      'first p50',
      'p95',
      'whole p50',
      'p95',
      'tokens in',
      'out',
      'cost',
    ],
    service.map(({ suite, rows, cached, firstWords, whole, tokensIn, tokensOut, costUsd }) => [
      ...[suite, rows, cached],
      ...[firstWords.p50.value, firstWords.p95.value].map(milliseconds),
      ...[whole.p50.value, whole.p95.value].map(milliseconds),
      ...[tokensIn, tokensOut],
      costUsd === null ? 'unknown price' : `$${costUsd.toFixed(4)}`,
    ]),
  );
}
