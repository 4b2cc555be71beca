import { describe, expect, it } from 'vitest';
import { normalBelow, studentQuantile } from './normal.ts';

describe('normalBelow', () => {
  it.each([
    [0, 0.5],
    [1, 0.841344746],
    [-1.959963985, 0.025],
    [3, 0.998650102],
  ])('gives for %f the tabled %f', (x, share) => expect(normalBelow(x)).toBeCloseTo(share, 6));
});

describe('studentQuantile', () => {
  it.each([
    [4, 2.776],
    [10, 2.228],
    [30, 2.042],
    [100, 1.984],
  ])('gives for %i degrees of freedom the tabled %f', (freedom, t) =>
    expect(studentQuantile(freedom)).toBeCloseTo(t, 1.7),
  );
});
