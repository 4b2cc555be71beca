/**
 * Share of the standard normal distribution below `x`; absolute error under 1e-7 (Abramowitz and Stegun, *Handbook of
 * Mathematical Functions*, 26.2.17).
 */
export function normalBelow(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x < 0 ? tail : 1 - tail;
}

/** 97.5 % quantile of the standard normal distribution. */
const z = 1.959963984540054;

/**
 * 97.5 % quantile of Student's distribution, by the expansion in 1/ν of Abramowitz and Stegun, 26.7.5: right to a
 * hundredth from 4 degrees of freedom, and too small below.
 */
export function studentQuantile(freedom: number): number {
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  );
}
