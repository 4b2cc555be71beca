import { describe, expect, it } from 'vitest';
import { meanOf } from './mean.ts';

describe('meanOf', () => {
  it('gives the mean and 1.96 standard errors', () => {
    // Variance of 0, 0, 1, 1 is 1/3; the standard error sqrt(1/12) = 0.2887.
    const { mean, margin, count } = meanOf([0, 0, 1, 1]);
    expect({ mean, count }).toEqual({ mean: 0.5, count: 4 });
    expect(margin).toBeCloseTo(0.5658, 4);
  });

  it('is null without values, and has no width with one', () => {
    expect(meanOf([])).toEqual({ count: 0, mean: null, margin: 0 });
    expect(meanOf([0.7])).toEqual({ count: 1, mean: 0.7, margin: 0 });
  });
});
