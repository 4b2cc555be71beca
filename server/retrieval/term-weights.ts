import { inverseDocumentFrequency } from './bm25.ts';
import { documentFrequency, type Postings } from './postings.ts';

/** How much a term tells, from what the corpus holds. */
export type TermWeights = {
  /** idf over its maximum: near 0 for a term of every passage, 1 for one that the corpus does not hold. */
  weightOf(stem: string): number;
  /** True when the corpus holds the stem. */
  holds(stem: string): boolean;
};

export function createTermWeights(stems: Postings): TermWeights {
  const most = inverseDocumentFrequency(stems.size, 0);
  return {
    weightOf: (stem) => inverseDocumentFrequency(stems.size, documentFrequency(stems, stem)) / most,
    holds: (stem) => stems.terms.has(stem),
  };
}
