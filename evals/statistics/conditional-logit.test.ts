import { describe, expect, it } from 'vitest';
import { type Choice, fitChoices, scoreOf } from './conditional-logit.ts';
import { randomFrom } from './random.ts';

describe('fitChoices', () => {
  it('finds the weights by which choices were made', () => {
    const random = randomFrom(7);
    const told = [3, -2, 0];
    const choices = Array.from({ length: 800 }, (): Choice => {
      const alternatives = Array.from({ length: 4 }, () => told.map(() => random()));
      const odds = alternatives.map((features) => Math.exp(scoreOf(told, features)));
      let left = random() * odds.reduce((sum, value) => sum + value, 0);
      const chosen = odds.findIndex((value) => (left -= value) <= 0);
      return alternatives.map((features, at) => ({ features, right: at === chosen }));
    });
    const found = fitChoices(choices);
    for (const [at, weight] of told.entries()) expect(found[at]).toBeCloseTo(weight, 0);
  });

  it('leaves out choices in which nothing is right', () => {
    const right: Choice = [
      { features: [1], right: true },
      { features: [0], right: false },
    ];
    const none: Choice = [{ features: [5], right: false }];
    expect(fitChoices([right, none])).toEqual(fitChoices([right]));
  });
});
