import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mcnemarExact } from './mcnemar-exact.ts';

describe('mcnemarExact', () => {
  it.each([
    [0, 0, 1],
    [0, 6, 2 / 64],
    [1, 5, 14 / 64],
    [10, 2, (2 * (1 + 12 + 66)) / 4096],
    // Agresti's approval ratings, 150 against 86: far below .001.
    [86, 150, 3.7e-5],
  ])('gives for %i wins and %i losses the hand-computed value', (wins, losses, p) => {
    expect(mcnemarExact(wins, losses)).toBeCloseTo(p, 5);
  });

  it('is the same from both sides, lies in [0, 1], and falls as the losses grow', () => {
    const few = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(few, few, (a, b) => {
        const p = mcnemarExact(a, b);
        expect(p).toBe(mcnemarExact(b, a));
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        if (b > a) expect(mcnemarExact(a, b + 1)).toBeLessThanOrEqual(p + 1e-12);
      }),
    );
  });
});
