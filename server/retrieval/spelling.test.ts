import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPostings } from '../testing/build-postings.ts';
import { createSpeller, editCost } from './spelling.ts';

/** Common words of a course: every passage holds them; rare ones are in a single passage of 400. */
const common =
  'kafka sharding streaming livrables pipeline partition jupyter gouvernance pseudonymisation indicateur appel vaut'.split(
    ' ',
  );
const rare = ['million', 'salarie', 'verte', 'macro'];
const speller = createSpeller(
  buildPostings(
    Array.from({ length: 400 }, (_, at) => [at < 10 ? common : [`mot${at}`], at === 0 ? rare : []]),
    [
      { weight: 1, b: 0.75 },
      { weight: 1, b: 0.75 },
    ],
  ),
);

describe('correct', () => {
  it.each([
    ['kakfa', 'kafka'],
    ['kafkaa', 'kafka'],
    ['shrading', 'sharding'],
    ['shardding', 'sharding'],
    ['streming', 'streaming'],
    ['streeming', 'streaming'],
    ['livrabes', 'livrables'],
    ['pipline', 'pipeline'],
    ['gouvernence', 'gouvernance'],
    ['pseudonimisation', 'pseudonymisation'],
    ['indicateru', 'indicateur'],
  ])('corrects %s to %s', (typo, meant) => {
    expect(speller.correct(typo)).toBe(meant);
  });

  it.each([
    ['a known word', 'kafka'],
    ['a short word', 'vau'],
    ['a word of four letters', 'vaux'],
    ['a word with a figure', 'kafka2'],
    ['an inflection', 'partitions'],
    ['another product', 'matillion'],
    ['another product', 'vault'],
    ['another product', 'vertex'],
    ['a proper name', 'macron'],
    ['an ordinary word', 'salaire'],
    ['another first letter', 'lafka'],
    ['nothing', ''],
  ])('does not correct %s: %j', (_, word) => {
    expect(speller.correct(word)).toBeNull();
  });

  it('only ever gives a known word with the same first letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'kafshrdingtem'), maxLength: 18 }),
        (word) => {
          const found = speller.correct(word);
          if (found === null) return;
          expect(speller.knows(found)).toBe(true);
          expect(speller.knows(word)).toBe(false);
          expect(found[0]).toBe(word[0]);
          expect(Math.abs(found.length - word.length)).toBeLessThanOrEqual(2);
        },
      ),
    );
  });

  it('corrects from a small corpus too, where every word is rare', () => {
    const small = createSpeller(
      buildPostings([[['kafka', 'broker']], [['topic']]], [{ weight: 1, b: 0 }]),
    );
    expect(small.correct('kakfa')).toBe('kafka');
    expect(small.correct('topci')).toBe('topic');
  });
});

describe('editCost', () => {
  const words = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 12 });

  it('is zero for equal words only', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(editCost(a, b, 4) === 0).toBe(a === b);
      }),
    );
  });

  it('stops at the budget without changing what lies within it', () => {
    fc.assert(
      fc.property(words, words, fc.nat(6), (a, b, budget) => {
        const cost = editCost(a, b, 99);
        // An extra letter in a short word costs more than any budget, so only costs within it are comparable.
        const bounded = editCost(a, b, budget);
        if (a.length >= 7) expect(bounded).toBe(cost <= budget ? cost : budget + 1);
        else expect(bounded).toBeLessThanOrEqual(budget + 1);
      }),
    );
  });
});
