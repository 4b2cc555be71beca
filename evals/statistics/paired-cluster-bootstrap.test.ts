import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedClusterBootstrap, type ScoredPair } from './paired-cluster-bootstrap.ts';
import { randomFrom } from './random.ts';

const options = { seed: 1, resamples: 1000 };

const pairs = fc.array(
  fc.record({
    cluster: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    a: fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
    b: fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('pairedClusterBootstrap', () => {
  it('encloses the mean difference, and turns round with the runs', () => {
    fc.assert(
      fc.property(pairs, (some) => {
        const there = pairedClusterBootstrap(some, options);
        const back = pairedClusterBootstrap(
          some.map(({ cluster, a, b }) => ({ cluster, a: b, b: a })),
          options,
        );
        expect(there.low).toBeLessThanOrEqual(there.high);
        expect(back.delta).toBeCloseTo(-there.delta, 12);
        const differences = some.map(({ a, b }) => b - a);
        if (Number.isFinite(there.low)) {
          expect(there.low).toBeGreaterThanOrEqual(Math.min(...differences) - 1e-12);
          expect(there.high).toBeLessThanOrEqual(Math.max(...differences) + 1e-12);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the cases, only on the seed', () => {
    fc.assert(
      fc.property(pairs, (some) => {
        const one = pairedClusterBootstrap(some, options);
        expect(pairedClusterBootstrap(some.toReversed(), options)).toEqual(one);
      }),
      { numRuns: 30 },
    );
  });

  it('finds no difference between a run and itself', () => {
    const same = Array.from({ length: 50 }, (_, at) => ({
      cluster: `c${at}`,
      a: at % 2,
      b: at % 2,
    }));
    expect(pairedClusterBootstrap(same, options)).toEqual({ delta: 0, low: 0, high: 0 });
  });

  it('claims nothing from a single cluster, and nothing from nothing', () => {
    const one = pairedClusterBootstrap([{ cluster: 'a', a: 0, b: 1 }], options);
    expect(one).toEqual({ delta: 1, low: -Infinity, high: Infinity });
    expect(pairedClusterBootstrap([], options).delta).toBe(0);
  });

  it('is wider when the same cases fall into fewer clusters', () => {
    const random = randomFrom(3);
    const cases = Array.from({ length: 200 }, (_, at) => ({
      at,
      group: Math.floor(at / 10),
      shift: 0,
    }));
    const groupShift = Array.from({ length: 20 }, random);
    const score = (at: number) => groupShift[Math.floor(at / 10)]! - 0.5;
    const clustered = cases.map(({ at, group }) => ({ cluster: `g${group}`, a: 0, b: score(at) }));
    const apart = clustered.map((pair, at) => ({ ...pair, cluster: `c${at}` }));
    const width = (some: readonly ScoredPair[]) => {
      const { low, high } = pairedClusterBootstrap(some, options);
      return high - low;
    };
    expect(width(clustered)).toBeGreaterThan(2 * width(apart));
  });

  it.each([12, 40])(
    'covers a true difference of 0 in about 95 % of samples of %i clusters',
    (count) => {
      const random = randomFrom(11);
      let covered = 0;
      for (let sample = 0; sample < 500; sample++) {
        const some = Array.from({ length: count * 4 }, (_, at) => ({
          cluster: `c${at % count}`,
          a: random(),
          b: random(),
        }));
        const { low, high } = pairedClusterBootstrap(some, { seed: sample, resamples: 500 });
        if (low <= 0 && high >= 0) covered++;
      }
      expect(covered / 500).toBeGreaterThan(0.92);
      expect(covered / 500).toBeLessThan(0.98);
    },
  );
});
