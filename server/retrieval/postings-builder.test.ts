import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPostings } from '../testing/build-postings.ts';

const fields = [
  { weight: 1, b: 0.75 },
  { weight: 2, b: 0.5 },
];

/** BM25F as its formula says it, one term and one document at a time. */
function naiveImpact(
  documents: readonly (readonly string[][])[],
  at: number,
  term: string,
): number {
  const holders = documents.filter((document) => document.flat().includes(term)).length;
  const idf = Math.log(1 + (documents.length - holders + 0.5) / (holders + 0.5));
  let frequency = 0;
  for (const [field, { weight, b }] of fields.entries()) {
    const average =
      documents.reduce((sum, document) => sum + document[field]!.length, 0) / documents.length;
    const terms = documents[at]![field]!;
    const count = terms.filter((other) => other === term).length;
    if (count > 0) frequency += (count * weight) / (1 - b + (b * terms.length) / average);
  }
  return (idf * frequency * 2.2) / (1.2 + frequency);
}

describe('createPostingsBuilder', () => {
  it('makes the postings that the formula gives, terms by first appearance, documents ascending', () => {
    const term = fc.constantFrom('a', 'b', 'c', 'd', 'é', '😊', '__proto__');
    const document = fc
      .tuple(fc.array(term, { maxLength: 9 }), fc.array(term, { maxLength: 3 }))
      .map(([body, title]) => [body, title]);
    fc.assert(
      fc.property(fc.array(document, { maxLength: 12 }), (documents) => {
        const postings = buildPostings(documents, fields);
        const terms = [...new Set(documents.flat(2))];
        expect([...postings.terms.keys()]).toEqual(terms);
        for (const [id, name] of terms.entries()) {
          const holders = [...documents.keys()].filter((at) =>
            documents[at]!.flat().includes(name),
          );
          const [from, to] = [postings.starts[id]!, postings.starts[id + 1]!];
          expect([...postings.documents.subarray(from, to)]).toEqual(holders);
          for (const [place, at] of holders.entries()) {
            expect(postings.impacts[from + place]).toBeCloseTo(naiveImpact(documents, at, name), 5);
          }
        }
        expect(postings.starts[terms.length]).toBe(postings.documents.length);
      }),
    );
  });

  it('grows with more terms and more postings than it began with room for', () => {
    const documents = Array.from({ length: 50 }, (_, at) => [
      Array.from({ length: 100 }, (_, term) => `t${at * 60 + term}`),
    ]);
    const { terms, documents: holders } = buildPostings(documents, [{ weight: 1, b: 0.75 }]);
    expect(terms.size).toBe(49 * 60 + 100);
    expect(holders).toHaveLength(5_000);
  });
});
