/** A mean over cases with its 95 % interval. */
export type Mean = {
  readonly count: number;
  /** `null` without values. */
  readonly mean: number | null;
  /** Half the width of the interval: 1.96 standard errors; 0 with fewer than two values. */
  readonly margin: number;
};

/**
 * Mean of one score per case, with the normal approximation of its 95 % interval. Cases are taken as independent,
 * though several ask about one document: the true interval is somewhat wider.
 */
export function meanOf(values: readonly number[]): Mean {
  const count = values.length;
  if (count === 0) return { count, mean: null, margin: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { count, mean, margin: 0 };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return { count, mean, margin: 1.96 * Math.sqrt(variance / count) };
}
