import { impactBound, inverseDocumentFrequency } from './bm25.ts';

/**
 * Inverted index of one channel with precomputed impacts (BM25F, see bm25.ts): all of a score is known when the index
 * is built, so a query only adds numbers.
 */
export type Postings = {
  readonly size: number;
  readonly terms: ReadonlyMap<string, number>;
  /** Postings of term `t` are `documents` and `impacts` from `starts[t]` to `starts[t + 1]`. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly impacts: Float32Array;
};

/** Documents that hold the term; 0 for an unknown one. */
export function documentFrequency(postings: Postings, term: string): number {
  const id = postings.terms.get(term);
  return id === undefined ? 0 : postings.starts[id + 1]! - postings.starts[id]!;
}

/**
 * Adds, to `scores[document]`, the impact of every weighted term of a query.
 * @param mostHolders terms that more documents hold are passed over
 */
export function addScores(
  { terms, starts, documents, impacts }: Postings,
  query: ReadonlyMap<string, number>,
  scores: Float32Array,
  mostHolders = Infinity,
): void {
  for (const [term, weight] of query) {
    const id = terms.get(term);
    if (id === undefined) continue;
    const end = starts[id + 1]!;
    if (end - starts[id]! > mostHolders) continue;
    for (let at = starts[id]!; at < end; at += 1) {
      const document = documents[at]!;
      scores[document] = scores[document]! + weight * impacts[at]!;
    }
  }
}

/** The most a document could score for the query; unknown terms count at the maximal idf. */
export function scoreBound(postings: Postings, query: ReadonlyMap<string, number>): number {
  let bound = 0;
  for (const [term, weight] of query) {
    const idf = inverseDocumentFrequency(postings.size, documentFrequency(postings, term));
    bound += impactBound(idf, weight);
  }
  return bound;
}
