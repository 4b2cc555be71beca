/**
 * Inverted index of one channel with precomputed impacts.
 *
 * Scoring is BM25F (Robertson, Zaragoza & Taylor, CIKM 2004): per field the term frequency is divided by
 * `1 - b + b * length / averageLength`, weighted, summed over the fields, then saturated with `k1`:
 * `idf * tf * (k1 + 1) / (k1 + tf)`, `idf = ln(1 + (N - df + .5) / (df + .5))`. All of it is known when the
 * index is built, so a query only adds numbers.
 */
export type Postings = {
  readonly size: number;
  readonly terms: ReadonlyMap<string, number>;
  /** Postings of term `t` are `documents` and `impacts` from `starts[t]` to `starts[t + 1]`. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly impacts: Float32Array;
};

export type FieldSettings = {
  readonly weight: number;
  /** Length normalisation, 0 (none) to 1 (full). */
  readonly b: number;
};

/** Term-frequency saturation, the usual value for BM25. */
const k1 = 1.2;

/** Inverse document frequency of a term that `documentFrequency` of `size` documents hold; 0 is allowed. */
export const inverseDocumentFrequency = (size: number, documentFrequency: number): number =>
  Math.log(1 + (size - documentFrequency + 0.5) / (documentFrequency + 0.5));

/**
 * Builds the postings of a channel.
 * @param documents for each document, the terms of each field, in the order of `fields`
 */
export function buildPostings(
  documents: readonly (readonly (readonly string[])[])[],
  fields: readonly FieldSettings[],
): Postings {
  const averages = fields.map((_, field) => {
    const total = documents.reduce((sum, document) => sum + (document[field]?.length ?? 0), 0);
    return Math.max(total / Math.max(documents.length, 1), 1e-9);
  });
  const lists = new Map<string, { documents: number[]; frequencies: number[] }>();
  for (const [index, document] of documents.entries()) {
    for (const [term, frequency] of weightedFrequencies(document, fields, averages)) {
      let list = lists.get(term);
      if (!list) lists.set(term, (list = { documents: [], frequencies: [] }));
      list.documents.push(index);
      list.frequencies.push(frequency);
    }
  }
  return flatten(lists, documents.length);
}

function weightedFrequencies(
  document: readonly (readonly string[])[],
  fields: readonly FieldSettings[],
  averages: readonly number[],
): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const [field, { weight, b }] of fields.entries()) {
    const terms = document[field] ?? [];
    const share = weight / (1 - b + (b * terms.length) / averages[field]!);
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + share);
  }
  return frequencies;
}

function flatten(
  lists: ReadonlyMap<string, { documents: number[]; frequencies: number[] }>,
  size: number,
): Postings {
  const total = [...lists.values()].reduce((sum, list) => sum + list.documents.length, 0);
  const terms = new Map<string, number>();
  const starts = new Uint32Array(lists.size + 1);
  const documents = new Uint32Array(total);
  const impacts = new Float32Array(total);
  let at = 0;
  for (const [term, list] of lists) {
    starts[terms.size] = at;
    terms.set(term, terms.size);
    const idf = inverseDocumentFrequency(size, list.documents.length);
    for (const [i, document] of list.documents.entries()) {
      const frequency = list.frequencies[i]!;
      documents[at] = document;
      impacts[at++] = (idf * frequency * (k1 + 1)) / (k1 + frequency);
    }
  }
  starts[terms.size] = at;
  return { size, terms, starts, documents, impacts };
}

/** Documents that hold the term; 0 for an unknown one. */
export function documentFrequency(postings: Postings, term: string): number {
  const id = postings.terms.get(term);
  return id === undefined ? 0 : postings.starts[id + 1]! - postings.starts[id]!;
}

/** Adds, to `scores[document]`, the impact of every weighted term of a query. */
export function addScores(
  { terms, starts, documents, impacts }: Postings,
  query: ReadonlyMap<string, number>,
  scores: Float32Array,
): void {
  for (const [term, weight] of query) {
    const id = terms.get(term);
    if (id === undefined) continue;
    const end = starts[id + 1]!;
    for (let at = starts[id]!; at < end; at += 1) {
      const document = documents[at]!;
      scores[document] = scores[document]! + weight * impacts[at]!;
    }
  }
}

/**
 * What {@link addScores} gives a few documents, without walking the whole postings.
 * @param sorted documents, ascending; score `i` is that of document `sorted[i]`
 */
export function scoresOf(
  postings: Postings,
  query: ReadonlyMap<string, number>,
  sorted: Uint32Array,
): Float32Array {
  const scores = new Float32Array(sorted.length);
  for (const [term, weight] of query) {
    forEachHolder(postings, { term, sorted }, (slot, at) => {
      scores[slot] = scores[slot]! + weight * postings.impacts[at]!;
    });
  }
  return scores;
}

/** Calls `found(i, at)` for each `sorted[i]` that holds the term; `at` is its place in the postings. */
export function forEachHolder(
  { terms, starts, documents }: Postings,
  { term, sorted }: { readonly term: string; readonly sorted: Uint32Array },
  found: (slot: number, at: number) => void,
): void {
  const id = terms.get(term);
  if (id === undefined) return;
  const end = starts[id + 1]!;
  let low = starts[id]!;
  for (let slot = 0; slot < sorted.length && low < end; slot += 1) {
    const wanted = sorted[slot]!;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (documents[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    if (low < end && documents[low] === wanted) found(slot, low);
  }
}

/** The most a document could score for the query; unknown terms count at the maximal idf. */
export function scoreBound(postings: Postings, query: ReadonlyMap<string, number>): number {
  let bound = 0;
  for (const [term, weight] of query) {
    bound +=
      weight *
      (k1 + 1) *
      inverseDocumentFrequency(postings.size, documentFrequency(postings, term));
  }
  return bound;
}
