import { describe, expect, it } from 'vitest';
import { fitLogistic, logOdds } from './logistic.ts';
import { randomFrom } from './random.ts';

describe('fitLogistic', () => {
  it('finds the coefficients by which observations were made', () => {
    const random = randomFrom(3);
    const told = { coefficients: [2, -1], intercept: 0.5 };
    const observations = Array.from({ length: 3_000 }, () => {
      const features = [4 * random() - 2, 4 * random() - 2];
      const p = 1 / (1 + Math.exp(-logOdds(told, features)));
      return { features, positive: random() < p, weight: 1 };
    });
    const { coefficients, intercept } = fitLogistic(observations, 0.1);
    expect(coefficients[0]).toBeCloseTo(2, 0);
    expect(coefficients[1]).toBeCloseTo(-1, 0);
    expect(intercept).toBeCloseTo(0.5, 0);
  });

  it('counts an observation of weight 2 as two', () => {
    const one = { features: [1], positive: true, weight: 1 };
    const other = { features: [0], positive: false, weight: 1 };
    const [heavy, twice] = [
      fitLogistic([{ ...one, weight: 2 }, other]),
      fitLogistic([one, one, other]),
    ];
    expect(heavy.coefficients[0]).toBeCloseTo(twice.coefficients[0]!);
    expect(heavy.intercept).toBeCloseTo(twice.intercept);
  });

  it('stays finite where the classes are separate', () => {
    const { coefficients } = fitLogistic([
      { features: [0], positive: false, weight: 1 },
      { features: [1], positive: true, weight: 1 },
    ]);
    expect(coefficients[0]).toBeGreaterThan(0);
    expect(coefficients[0]).toBeLessThan(10);
  });
});
