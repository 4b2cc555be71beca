import { z } from 'zod';
import { senseOf } from '../report/metric-sense.ts';
import { summariseMetrics } from '../report/summarise-metrics.ts';
import type { Run } from '../runs/run-row.ts';

const measured = z.strictObject({ n: z.number(), value: z.number() });

const splitBaseline = z.strictObject({
  /** Of the cases: a baseline of other cases says nothing. */
  datasetHash: z.string(),
  metrics: z.record(z.string(), measured),
});

/** `evals/baseline.json`: what main reached when it was last written, aggregates only. */
export const baselineFile = z.strictObject({
  dev: splitBaseline,
  test: splitBaseline,
});
export type Baseline = z.infer<typeof baselineFile>;

/** Metrics are counts over cases; what is smaller is rounding of another machine. */
const tolerance = 0.001;

/** The aggregates of a run, rounded to six places. */
export function toSplitBaseline({ header, rows }: Run): Baseline['dev'] {
  const metrics = summariseMetrics(rows, header.seed).flatMap(({ metric, n, value }) =>
    value === null ? [] : [[metric, { n, value: Number(value.toFixed(6)) }] as const],
  );
  return { datasetHash: header.datasetHash, metrics: Object.fromEntries(metrics) };
}

/** How a run stands to the baseline. */
export type BaselineVerdict = {
  /** One sentence for each metric that dropped or is gone. */
  readonly drops: readonly string[];
  /** One for each that rose: write the baseline anew, or the next drop hides behind them. */
  readonly rises: readonly string[];
  readonly otherCases: boolean;
};

/** Compares the aggregates of a split with the baseline's; a drop of a single case is a drop. */
export function compareToBaseline(now: Baseline['dev'], then: Baseline['dev']): BaselineVerdict {
  const drops: string[] = [];
  const rises: string[] = [];
  for (const [metric, before] of Object.entries(then.metrics)) {
    const after = now.metrics[metric];
    if (!after) {
      drops.push(`${metric} is no longer measured`);
      continue;
    }
    const change = (after.value - before.value) * senseOf(metric);
    const sentence = `${metric} ${before.value.toFixed(3)} → ${after.value.toFixed(3)} (n ${before.n} → ${after.n})`;
    if (change < -tolerance) drops.push(sentence);
    if (change > tolerance) rises.push(sentence);
  }
  return { drops, rises, otherCases: now.datasetHash !== then.datasetHash };
}
