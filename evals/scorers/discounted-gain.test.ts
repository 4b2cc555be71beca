import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binaryNdcg, noveltyNdcg } from './discounted-gain.ts';

const count = (fresh: readonly number[]) => fresh.length;

describe('noveltyNdcg', () => {
  it('agrees with a value computed by hand', () => {
    // Grades 2 and 1 (gains 3 and 1), found at ranks 3 and 1: (1/1 + 3/2) / (3/1 + 1/1.58496) = 2.5 / 3.63093.
    const gains = [3, 1];
    const gain = (fresh: readonly number[]) => Math.max(0, ...fresh.map((thing) => gains[thing]!));
    expect(noveltyNdcg([[1], [], [0]], [[0], [1]], gain, 10)).toBeCloseTo(0.68853, 5);
  });

  it('does not exceed 1 when two results hold the same thing', () => {
    expect(noveltyNdcg([[0], [0]], [[0], [0]], count, 10)).toBe(1);
  });

  it('is 1 when one result holds everything', () => {
    expect(noveltyNdcg([[0, 1]], [[0, 1]], () => 3, 10)).toBe(1);
  });

  it('knows that taking the smaller results first can be best', () => {
    const once = (fresh: readonly number[]) => (fresh.length > 0 ? 1 : 0);
    const choices = [[0, 1], [1]];
    expect(noveltyNdcg([[1], [0, 1]], choices, once, 10)).toBe(1);
    expect(noveltyNdcg([[0, 1], [1]], choices, once, 10)).toBeCloseTo(1 / 1.63093, 5);
  });

  it('is 0 where nothing is found, and where nothing can be', () => {
    expect(noveltyNdcg([[], []], [[0]], count, 10)).toBe(0);
    expect(noveltyNdcg([[]], [], count, 10)).toBe(0);
  });

  it('counts nothing beyond the depth', () => {
    expect(noveltyNdcg([[], [0]], [[0]], count, 1)).toBe(0);
  });

  it('stays from 0 to 1 for any ranking of the choices, and never falls when a result moves up', () => {
    const held = fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(held, { minLength: 1, maxLength: 4 }), fc.nat(5), (choices, blanks) => {
        const later = [...Array.from({ length: blanks }, () => []), ...choices];
        const value = noveltyNdcg(later, choices, count, 10);
        expect(value).toBeGreaterThanOrEqual(0);
        const first = noveltyNdcg(choices, choices, count, 10);
        expect(first).toBeLessThanOrEqual(1 + 1e-12);
        expect(value).toBeLessThanOrEqual(first + 1e-12);
      }),
    );
  });
});

describe('binaryNdcg', () => {
  it('agrees with values computed by hand', () => {
    expect(binaryNdcg([false, true], 1, 10)).toBeCloseTo(0.63093, 5);
    // (1 + 1/2) / (1 + 0.63093)
    expect(binaryNdcg([true, false, true], 2, 10)).toBeCloseTo(0.91972, 5);
  });

  it('takes the ideal of as many results as are counted', () => {
    expect(binaryNdcg(Array(10).fill(true), 25, 10)).toBe(1);
    expect(binaryNdcg([], 0, 10)).toBe(0);
  });
});
