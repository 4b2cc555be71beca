import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile } from './percentile.ts';

describe('percentile', () => {
  it.each([
    [0.05, 15],
    [0.3, 20],
    [0.4, 20],
    [0.5, 35],
    [1, 50],
    [0, 15],
  ])('of 15, 20, 35, 40, 50 at %d is %d (nearest rank)', (share, expected) => {
    expect(percentile([50, 15, 40, 20, 35], share)).toBe(expected);
  });

  it('is null without values', () => {
    expect(percentile([], 0.5)).toBeNull();
  });

  it('is one of the values, with at least that share not greater', () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 1 }), shares, (values, share) => {
        const found = percentile(values, share)!;
        expect(values).toContain(found);
        const below = values.filter((value) => value <= found).length;
        expect(below / values.length).toBeGreaterThanOrEqual(share);
      }),
    );
  });
});
