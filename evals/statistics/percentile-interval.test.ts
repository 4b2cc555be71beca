import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileInterval } from './percentile-interval.ts';
import { randomFrom } from './random.ts';

const upTo = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1);

describe('percentileInterval', () => {
  // Ranks of the median's 95 % interval as tabled by Conover, Practical Nonparametric Statistics, A3 and § 3.2.
  it.each([
    [6, 1, 6],
    [10, 2, 9],
    [25, 8, 18],
  ])('takes for the median of %i values the ranks %i and %i', (n, low, high) => {
    expect(percentileInterval(upTo(n), 0.5)).toMatchObject({ low, high });
  });

  it('has no upper bound of the 95th percentile below 72 values', () => {
    expect(percentileInterval(upTo(71), 0.95).high).toBeNull();
    expect(percentileInterval(upTo(72), 0.95).high).toBe(72);
    expect(percentileInterval([], 0.95)).toEqual({ count: 0, value: null, low: null, high: null });
  });

  it('encloses the percentile, whatever the order of the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 200 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (values, share) => {
          const interval = percentileInterval(values, share);
          expect(percentileInterval(values.toReversed(), share)).toEqual(interval);
          if (interval.low !== null) expect(interval.low).toBeLessThanOrEqual(interval.value!);
          if (interval.high !== null) expect(interval.high).toBeGreaterThanOrEqual(interval.value!);
        },
      ),
    );
  });

  it('covers the true percentile in at least 95 % of 2,000 samples', () => {
    const random = randomFrom(7);
    let covered = 0;
    for (let sample = 0; sample < 2000; sample++) {
      const { low, high } = percentileInterval(Array.from({ length: 100 }, random), 0.9);
      if (low! <= 0.9 && high! >= 0.9) covered++;
    }
    expect(covered / 2000).toBeGreaterThanOrEqual(0.94);
  });
});
