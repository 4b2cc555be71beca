import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passK } from './pass-k.ts';

describe('passK', () => {
  it('gives C(c, k) / C(n, k)', () => {
    expect(passK(4, 5, 2)).toBeCloseTo(6 / 10, 12);
    expect(passK(4, 5, 5)).toBe(0);
    expect(passK(5, 5, 5)).toBe(1);
    expect(passK(1, 1, 2)).toBeNull();
  });

  it('is the share of passes for k = 1 and falls with k', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(20), (trials, some) => {
        const passed = Math.min(some, trials);
        expect(passK(passed, trials, 1)).toBeCloseTo(passed / trials, 12);
        for (let k = 2; k <= trials; k++) {
          expect(passK(passed, trials, k)!).toBeLessThanOrEqual(passK(passed, trials, k - 1)!);
        }
      }),
    );
  });
});
