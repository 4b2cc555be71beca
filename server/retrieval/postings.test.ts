import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPostings } from '../testing/build-postings.ts';
import { inverseDocumentFrequency } from './bm25.ts';
import { addScores, documentFrequency, scoreBound } from './postings.ts';

const fields = [
  { weight: 1, b: 0.75 },
  { weight: 2, b: 0.5 },
];
const term: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'é');
const texts = fc.array(
  fc.tuple(fc.array(term, { maxLength: 8 }), fc.array(term, { maxLength: 3 })),
  {
    maxLength: 12,
  },
);
const queries = fc.uniqueArray(fc.tuple(term, fc.double({ min: 0, max: 2, noNaN: true })), {
  selector: ([name]) => name,
});

const score = (postings: ReturnType<typeof buildPostings>, query: ReadonlyMap<string, number>) => {
  const scores = new Float32Array(postings.size);
  addScores(postings, query, scores);
  return scores;
};

describe('buildPostings', () => {
  it('holds each term once for each document that has it', () => {
    fc.assert(
      fc.property(texts, (documents) => {
        const postings = buildPostings(documents, fields);
        expect(postings.size).toBe(documents.length);
        for (const name of ['a', 'b', 'c', 'd', 'é', 'absent']) {
          const holders = documents.filter((document) => document.flat().includes(name));
          expect(documentFrequency(postings, name)).toBe(holders.length);
        }
        expect(postings.impacts.every((impact) => impact > 0)).toBe(true);
      }),
    );
  });

  it('builds an empty channel', () => {
    const postings = buildPostings([], fields);
    expect([...postings.starts]).toEqual([0]);
    expect(score(postings, new Map([['a', 1]]))).toHaveLength(0);
  });
});

describe('addScores', () => {
  it('scores exactly the documents that hold a term, never above the bound', () => {
    fc.assert(
      fc.property(texts, queries, (documents, pairs) => {
        const postings = buildPostings(documents, fields);
        const query = new Map(pairs);
        const bound = scoreBound(postings, query);
        for (const [index, value] of score(postings, query).entries()) {
          const holds = pairs.some(
            ([name, weight]) => weight > 1e-30 && documents[index]!.flat().includes(name),
          );
          if (holds) expect(value).toBeGreaterThan(0);
          else expect(value).toBeCloseTo(0);
          expect(value).toBeLessThanOrEqual(bound * (1 + 1e-5) + 1e-6);
        }
      }),
    );
  });

  it('scores a document higher for one more occurrence in a text of the same length', () => {
    const postings = buildPostings(
      [[['a', 'a', 'x']], [['a', 'x', 'x']]],
      [{ weight: 1, b: 0.75 }],
    );
    const [more, less] = score(postings, new Map([['a', 1]]));
    expect(more).toBeGreaterThan(less!);
  });

  it('weighs a rare term more than a common one', () => {
    expect(inverseDocumentFrequency(100, 1)).toBeGreaterThan(inverseDocumentFrequency(100, 50));
    expect(inverseDocumentFrequency(100, 100)).toBeGreaterThan(0);
    expect(inverseDocumentFrequency(0, 0)).toBeGreaterThan(0);
  });
});
