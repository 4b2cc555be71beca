import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReadingProgress } from './reading-progress.ts';

const ids = ['a', 'b', 'c', 'd'];
const both = [0, 1].flatMap((draft) => ids.map((id) => [draft, id] as const));

function reports(said: readonly (readonly [number, string])[], drafts = 2): [string, number][] {
  const told: [string, number][] = [];
  const progress = createReadingProgress(ids, drafts, (id, number) => told.push([id, number]));
  for (const [draft, id] of said) progress.read(draft, id);
  return told;
}

describe('createReadingProgress', () => {
  it('tells each criterion once, in order, whatever the order and however often it is said', () => {
    const order = fc.shuffledSubarray(both, { minLength: both.length });
    const again = fc.array(fc.constantFrom(...both));
    fc.assert(
      fc.property(again, order, again, (before, all, after) => {
        const expected = ids.map((id, at) => [id, at + 1]);
        expect(reports([...before, ...all, ...after])).toEqual(expected);
      }),
    );
  });

  it('counts a criterion only once it was read in both drafts, and those before it', () => {
    expect(reports(both.slice(0, 4))).toEqual([]);
    expect(reports([...both.slice(0, 4), [1, 'b']])).toEqual([]);
    expect(reports([...both.slice(0, 4), [1, 'b'], [1, 'a']])).toHaveLength(2);
    expect(
      reports(
        [
          [0, 'a'],
          [0, 'other'],
        ],
        1,
      ),
    ).toEqual([['a', 1]]);
  });
});
