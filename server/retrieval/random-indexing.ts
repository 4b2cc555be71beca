import type { Postings } from './postings.ts';
import { runAtOnce, type Steps } from './run-in-slices.ts';

/** Dimensions of the offline vectors. */
export const randomIndexingDimensions = 384;
const positionsPerPassage = 8;

/** Terms of so many passages are kept once they were embedded: they cost the most, and questions repeat them. */
const keptFrom = 256;

/** Postings that are worked on between two steps, about a millisecond. */
const postingsPerStep = 2_000;

/**
 * Training-free vectors from the corpus's own statistics: random indexing (Kanerva et al., 2000; Sahlgren, 2005).
 * Every passage owns 8 hashed ±1 positions; a term is the normalised sum over the passages that hold it; a text is
 * the weighted sum of its terms. Terms that share passages thus come near each other.
 *
 * The embedder keeps the vectors of frequent terms, at most 6 bytes a posting.
 */
export function createTermEmbedder(
  postings: Postings,
): (query: ReadonlyMap<string, number>) => Float32Array {
  const kept = new Map<number, Float32Array>();
  const termVector = (id: number): Float32Array => {
    const known = kept.get(id);
    if (known) return known;
    const vector = new Float32Array(randomIndexingDimensions);
    fillTermVector(postings, id, vector);
    if (postings.starts[id + 1]! - postings.starts[id]! >= keptFrom) kept.set(id, vector);
    return vector;
  };
  return (query) => {
    const vector = new Float32Array(randomIndexingDimensions);
    for (const [name, weight] of query) {
      const id = postings.terms.get(name);
      if (id === undefined) continue;
      const term = termVector(id);
      for (let i = 0; i < vector.length; i += 1) vector[i] = vector[i]! + weight * term[i]!;
    }
    return normalize(vector);
  };
}

/** The vector of one weighted query, see {@link createTermEmbedder}. */
export const embedTerms = (postings: Postings, query: ReadonlyMap<string, number>): Float32Array =>
  createTermEmbedder(postings)(query);

/** The unit-length vector of every passage of the index; zero for a passage without terms. */
export const embedPassages = (postings: Postings): readonly Float32Array[] =>
  runAtOnce(embedPassagesInSteps(postings));

/** {@link embedPassages}, in steps. */
export function* embedPassagesInSteps(postings: Postings): Steps<readonly Float32Array[]> {
  const values = new Float32Array(postings.size * randomIndexingDimensions);
  const term = new Float32Array(randomIndexingDimensions);
  let pending = 0;
  for (let id = 0; id < postings.terms.size; id += 1) {
    fillTermVector(postings, id, term);
    const end = postings.starts[id + 1]!;
    for (let from = postings.starts[id]!; from < end; from += postingsPerStep) {
      const to = Math.min(end, from + postingsPerStep);
      addTerm(values, term, { postings, from, to });
      pending += to - from;
      if (pending < postingsPerStep) continue;
      pending = 0;
      yield;
    }
  }
  return Array.from({ length: postings.size }, (_, passage) => {
    const start = passage * randomIndexingDimensions;
    return normalize(values.subarray(start, start + randomIndexingDimensions));
  });
}

/** Adds a term's vector, times its impact, to the passages of some of its postings. */
function addTerm(
  values: Float32Array,
  term: Float32Array,
  {
    postings,
    from,
    to,
  }: { readonly postings: Postings; readonly from: number; readonly to: number },
): void {
  const { documents, impacts } = postings;
  // Rare terms are zero nearly everywhere.
  const places: number[] = [];
  for (let i = 0; i < term.length; i += 1) if (term[i] !== 0) places.push(i);
  const isSparse = places.length < term.length / 3;
  for (let at = from; at < to; at += 1) {
    const start = documents[at]! * randomIndexingDimensions;
    const impact = impacts[at]!;
    if (isSparse) {
      for (const i of places) values[start + i] = values[start + i]! + impact * term[i]!;
    } else {
      for (let i = 0; i < randomIndexingDimensions; i += 1) {
        values[start + i] = values[start + i]! + impact * term[i]!;
      }
    }
  }
}

function fillTermVector({ starts, documents }: Postings, id: number, vector: Float32Array): void {
  const sums = new Int32Array(randomIndexingDimensions);
  const end = starts[id + 1]!;
  for (let at = starts[id]!; at < end; at += 1) {
    let state = Math.imul(documents[at]! + 1, 0x9e3779b1);
    for (let position = 0; position < positionsPerPassage; position += 1) {
      state = mix(state);
      const index = (state >>> 0) % randomIndexingDimensions;
      sums[index] = sums[index]! + ((state & 0x40000000) === 0 ? -1 : 1);
    }
  }
  vector.set(sums);
  normalize(vector);
}

/** One step of the 32-bit finaliser of MurmurHash3. */
function mix(value: number): number {
  let h = (value + 0x6d2b79f5) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function normalize(vector: Float32Array): Float32Array {
  let square = 0;
  for (let i = 0; i < vector.length; i += 1) square += vector[i]! * vector[i]!;
  if (square === 0) return vector;
  const length = Math.sqrt(square);
  for (let i = 0; i < vector.length; i += 1) vector[i] = vector[i]! / length;
  return vector;
}
