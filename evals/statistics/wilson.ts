/** A share of `total` and its 95 % interval, each from 0 to 1. */
export type Proportion = {
  readonly count: number;
  readonly total: number;
  /** `null` when there is nothing to take a share of. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
};

/** 97.5 % quantile of the standard normal distribution. */
const z = 1.959963984540054;

/**
 * Wilson score interval without continuity correction (Wilson, 1927; Agresti and Coull, 1998); unlike the normal
 * approximation it says something at 0 % and at 100 %.
 */
export function wilson(count: number, total: number): Proportion {
  if (total === 0) return { count, total, share: null, low: 0, high: 1 };
  const share = count / total;
  const spread = z * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  const centre = share + z ** 2 / (2 * total);
  const scale = 1 + z ** 2 / total;
  return {
    count,
    total,
    share,
    low: count === 0 ? 0 : (centre - spread) / scale,
    high: count === total ? 1 : (centre + spread) / scale,
  };
}
