import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomial, binomialAtMost } from './binomial.ts';

describe('binomial', () => {
  it('gives the hand-computed probabilities of five throws of a coin', () => {
    expect(binomial(5, 0.5).map((p) => Math.round(p * 32))).toEqual([1, 5, 10, 10, 5, 1]);
  });

  it('adds up to one, whatever the number of trials', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          expect(binomial(n, share).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 8);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('adds up from below', () => {
    expect(binomialAtMost(-1, 10, 0.5)).toBe(0);
    expect(binomialAtMost(2, 10, 0.5)).toBeCloseTo(56 / 1024, 12);
    expect(binomialAtMost(10, 10, 0.3)).toBeCloseTo(1, 12);
  });
});
