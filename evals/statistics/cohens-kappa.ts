import { randomFrom } from './random.ts';

/** Agreement beyond chance of two raters, with a 95 % interval. */
export type Kappa = { readonly kappa: number; readonly low: number; readonly high: number };

/**
 * Cohen's kappa (Cohen, 1960): (p_o − p_e) / (1 − p_e), with a percentile bootstrap over the items. 0 where chance
 * alone would agree always, for then nothing is shown.
 * @param pairs what each rater said of each item
 */
export function cohensKappa(
  pairs: readonly (readonly [string, string])[],
  { seed, resamples }: { readonly seed: number; readonly resamples: number },
): Kappa {
  const random = randomFrom(seed);
  const draws = Array.from({ length: resamples }, () =>
    kappaOf(pairs.map(() => pairs[Math.floor(random() * pairs.length)]!)),
  ).sort((one, other) => one - other);
  const at = (share: number) => draws[Math.round(share * (resamples - 1))] ?? 0;
  return { kappa: kappaOf(pairs), low: at(0.025), high: at(0.975) };
}

function kappaOf(pairs: readonly (readonly [string, string])[]): number {
  if (pairs.length === 0) return 0;
  const labels = new Set(pairs.flat());
  const share = (has: (pair: readonly [string, string]) => boolean) =>
    pairs.filter(has).length / pairs.length;
  const observed = share(([one, other]) => one === other);
  let expected = 0;
  for (const label of labels) {
    expected += share(([one]) => one === label) * share(([, other]) => other === label);
  }
  return expected === 1 ? 0 : (observed - expected) / (1 - expected);
}
