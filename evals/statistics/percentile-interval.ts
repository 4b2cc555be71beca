import { binomial } from './binomial.ts';
import { percentile } from './percentile.ts';

/** A percentile with an interval made of measured values; a bound is `null` where there are too few values for it. */
export type PercentileInterval = {
  readonly count: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

/**
 * Nearest-rank percentile with its distribution-free 95 % interval: the number of values below the true percentile is
 * binomial, so two order statistics enclose it (Hahn and Meeker, *Statistical Intervals*, 1991, §5.2). Each tail holds
 * at most 2.5 %. The 95th percentile has no upper bound below 72 values.
 * @param share from 0 to 1, both excluded
 */
export function percentileInterval(values: readonly number[], share: number): PercentileInterval {
  const count = values.length;
  const sorted = [...values].sort((a, b) => a - b);
  const { lower, upper } = ranks(count, share);
  return {
    count,
    value: percentile(values, share),
    low: sorted[lower - 1] ?? null,
    high: sorted[upper - 1] ?? null,
  };
}

/** Ranks from 1 of the two order statistics; 0 and n + 1 stand for none. */
function ranks(count: number, share: number): { readonly lower: number; readonly upper: number } {
  const tail = 0.025;
  const chances = binomial(count, share);
  let lower = 0;
  // P(B ≤ lower − 1): the chance that the value of that rank lies above the percentile.
  for (let below = chances[0]!; below <= tail && lower < count; below += chances[lower]!) lower++;
  let upper = count + 1;
  // P(B ≥ upper): the chance that the value of that rank lies below it.
  for (let above = chances[count]!; above <= tail && upper > 1; above += chances[upper - 1]!)
    upper--;
  return { lower, upper };
}
