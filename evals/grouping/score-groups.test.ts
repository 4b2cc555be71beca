import { describe, expect, it } from 'vitest';
import { scoreGroups } from './score-groups.ts';

const asked = (subject: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ subject, student: `${at}` }));

describe('scoreGroups', () => {
  it('is whole for a grouping by subject', () => {
    expect(scoreGroups([asked('a', 5), asked('b', 6), asked('c', 1)])).toEqual({
      ...{ shown: 2, purity: 1, recall: 1, found: 2, subjects: 2, precision: 1, completeness: 1 },
    });
  });

  it('counts what is mixed in and what is left out', () => {
    const [first, ...rest] = asked('a', 6);
    const scores = scoreGroups([[...rest, ...asked('b', 1)], [first!]]);
    expect(scores).toMatchObject({ shown: 1, found: 1, subjects: 1 });
    expect(scores.purity).toBeCloseTo(5 / 6);
    expect(scores.recall).toBeCloseTo(5 / 6);
  });

  it('finds nothing where five students stand as 4 + 1', () => {
    const [first, ...rest] = asked('a', 5);
    expect(scoreGroups([rest, [first!]])).toMatchObject({
      ...{ shown: 0, purity: null, recall: 0, found: 0, subjects: 1 },
    });
  });
});
