import { binomial } from './binomial.ts';
import { mcnemarExact } from './mcnemar-exact.ts';

export type PowerOptions = {
  /** Items; where they come in clusters, the number of clusters is the careful choice. */
  readonly n: number;
  /** Share of items that pass now, from 0 to 1. */
  readonly baseRate: number;
  /** Chance to notice the drop, .8 by default. */
  readonly power?: number;
  /** Level of the test, .05 by default. */
  readonly alpha?: number;
  /** Share of items that begin to pass by chance while others fail, .01 by default. */
  readonly backFlips?: number;
};

/**
 * Smallest drop of the pass rate that the exact McNemar test would notice with the power asked for, from 0 to 1 in
 * steps of half a point; `null` when not even the loss of every passing item would be noticed.
 *
 * The power is computed and not simulated: losses and wins are multinomial, and the test rejects or not for each
 * (Connor, *Sample size for testing differences in proportions for the paired-sample design*, 1987).
 */
export function minimumDetectableEffect(options: PowerOptions): number | null {
  const { n, baseRate, power = 0.8, alpha = 0.05, backFlips = 0.01 } = options;
  const wins = Math.min(backFlips, 1 - baseRate);
  const rejects = rejectionsUpTo(n, alpha);
  const steps = Math.floor(baseRate / step + 1e-9);
  // The power grows with the drop, so the smallest is found by halving.
  let [below, enough] = [0, steps + 1];
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2);
    if (mcnemarPower(n, middle * step, { wins, rejects, cap: baseRate }) >= power) enough = middle;
    else below = middle;
  }
  return enough > steps ? null : enough * step;
}

const step = 0.005;

/** For each number of discordant items, the fewest losses at which the test notices a drop. */
function rejectionsUpTo(n: number, alpha: number): readonly number[] {
  const fewest: number[] = [];
  for (let discordant = 0; discordant <= n; discordant++) {
    // It grows by at most one with each discordant item: go on from the last.
    let losses = fewest.at(-1) ?? 0;
    losses = Math.max(losses, Math.ceil(discordant / 2));
    while (losses <= discordant && mcnemarExact(discordant - losses, losses) > alpha) losses++;
    fewest.push(losses);
  }
  return fewest;
}

type Setting = {
  readonly wins: number;
  readonly rejects: readonly number[];
  readonly cap: number;
};

function mcnemarPower(n: number, drop: number, { wins, rejects, cap }: Setting): number {
  const losses = Math.min(cap, drop + wins);
  const share = losses / (losses + wins);
  let power = 0;
  for (const [discordant, chance] of binomial(n, Math.min(1, losses + wins)).entries()) {
    if (chance < 1e-9) continue;
    const tail = binomial(discordant, share).slice(rejects[discordant]);
    power += chance * tail.reduce((sum, one) => sum + one, 0);
  }
  return power;
}
