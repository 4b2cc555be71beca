import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highestScores } from './highest-scores.ts';

/** The same by sorting them all. */
const sorted = (scores: Float32Array, count: number): number[] =>
  [...scores.keys()]
    .filter((index) => scores[index]! > 0)
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, count);

describe('highestScores', () => {
  it('gives what sorting all positive scores gives, ties to the earlier', () => {
    const few = fc.constantFrom(0, 0, -1, 0.5, 1, 1.5, 2);
    const any = fc.float({ noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(few, any), { maxLength: 60 }),
        fc.integer({ min: 0, max: 12 }),
        (values, count) => {
          const scores = Float32Array.from(values);
          expect([...highestScores(scores, count)]).toEqual(sorted(scores, count));
        },
      ),
    );
  });

  it('gives the last ones of many scores that rise', () => {
    const scores = Float32Array.from({ length: 20_000 }, (_, index) => index);
    expect([...highestScores(scores, 60)]).toEqual(sorted(scores, 60));
  });
});
