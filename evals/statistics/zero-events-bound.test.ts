import { describe, expect, it } from 'vitest';
import { zeroEventsBound } from './zero-events-bound.ts';

describe('zeroEventsBound', () => {
  it.each([
    [59, 0.05],
    [149, 0.02],
    [299, 0.01],
    [598, 0.005],
    [2995, 0.001],
  ])('is reached with %i cases for %f', (n, bound) => {
    expect(zeroEventsBound(n)).toBeLessThanOrEqual(bound);
    expect(zeroEventsBound(n - 1)).toBeGreaterThan(bound);
  });

  it('is the chance of .05 to have seen nothing, and close to 3 / n', () => {
    expect((1 - zeroEventsBound(60)) ** 60).toBeCloseTo(0.05, 12);
    expect(zeroEventsBound(1000)).toBeCloseTo(3 / 1000, 4);
    expect(zeroEventsBound(0)).toBe(1);
  });
});
