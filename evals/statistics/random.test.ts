import { describe, expect, it } from 'vitest';
import { pick, randomFrom } from './random.ts';

describe('randomFrom', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, randomFrom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('stays in [0, 1) and is about uniform', () => {
    const numbers = Array.from({ length: 10_000 }, randomFrom(1));
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(mean).toBeCloseTo(0.5, 1);
  });
});

describe('pick', () => {
  it('reaches the first item and the last', () => {
    expect(pick(['a', 'b'], () => 0)).toBe('a');
    expect(pick(['a', 'b'], () => 0.999)).toBe('b');
  });
});
