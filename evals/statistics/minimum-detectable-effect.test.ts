import { describe, expect, it } from 'vitest';
import { mcnemarExact } from './mcnemar-exact.ts';
import { minimumDetectableEffect } from './minimum-detectable-effect.ts';
import { randomFrom } from './random.ts';

describe('minimumDetectableEffect', () => {
  // By simulation, 1 % back-flips and 80 % power: drops of 20, 10, 8, 5 and 3 points are noticed.
  it.each([
    [50, 0.2],
    [100, 0.105],
    [200, 0.08],
    [300, 0.055],
    [500, 0.035],
  ])('is with %i items at most %f', (n, most) => {
    const effect = minimumDetectableEffect({ n, baseRate: 0.8 })!;
    expect(effect).toBeLessThanOrEqual(most);
    expect(effect).toBeGreaterThan(most / 2);
  });

  it('falls with the items and grows with the power', () => {
    const effects = [60, 120, 240, 480].map((n) => minimumDetectableEffect({ n, baseRate: 0.9 })!);
    expect(effects).toEqual([...effects].sort((a, b) => b - a));
    expect(minimumDetectableEffect({ n: 120, baseRate: 0.9, power: 0.95 })!).toBeGreaterThan(
      effects[1]!,
    );
  });

  it('is nothing where no loss could be noticed: five items, or none that pass', () => {
    expect(minimumDetectableEffect({ n: 5, baseRate: 1 })).toBeNull();
    expect(minimumDetectableEffect({ n: 500, baseRate: 0 })).toBeNull();
  });

  it('is noticed in about 80 % of 1,500 simulated comparisons', () => {
    const n = 150;
    const drop = minimumDetectableEffect({ n, baseRate: 0.8 })!;
    const random = randomFrom(5);
    let noticed = 0;
    for (let trial = 0; trial < 1500; trial++) {
      let [wins, losses] = [0, 0];
      for (let item = 0; item < n; item++) {
        const at = random();
        if (at < 0.01) wins++;
        else if (at < 0.02 + drop) losses++;
      }
      if (losses > wins && mcnemarExact(wins, losses) <= 0.05) noticed++;
    }
    expect(noticed / 1500).toBeGreaterThan(0.77);
    expect(noticed / 1500).toBeLessThan(0.92);
  });
});
