import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from './wilson.ts';

describe('wilson', () => {
  it.each([
    [17, 20, 0.6396, 0.9476],
    [10, 10, 0.7225, 1],
    [0, 10, 0, 0.2775],
    [0, 111, 0, 0.0335],
  ])('agrees with the published interval of %i of %i', (count, total, low, high) => {
    expect(wilson(count, total).low).toBeCloseTo(low, 4);
    expect(wilson(count, total).high).toBeCloseTo(high, 4);
  });

  it('knows nothing of nothing', () => {
    expect(wilson(0, 0)).toEqual({ count: 0, total: 0, share: null, low: 0, high: 1 });
  });

  it('holds the share, is symmetric, and narrows with more cases', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (some, total) => {
        const count = some % (total + 1);
        const { share, low, high } = wilson(count, total);
        expect(low).toBeLessThanOrEqual(share!);
        expect(high).toBeGreaterThanOrEqual(share!);
        expect(low).toBeCloseTo(1 - wilson(total - count, total).high, 10);
        const more = wilson(count * 4, total * 4);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });
});
