import type { Postings } from './postings.ts';

/** Dimensions of the offline vectors. */
export const randomIndexingDimensions = 384;
const positionsPerPassage = 8;

/**
 * Training-free vectors from the corpus's own statistics: random indexing (Kanerva et al., 2000; Sahlgren, 2005).
 * Every passage owns 8 hashed ±1 positions; a term is the normalised sum over the passages that hold it; a text is
 * the weighted sum of its terms. Terms that share passages thus come near each other.
 */
export function embedTerms(postings: Postings, query: ReadonlyMap<string, number>): Float32Array {
  const vector = new Float32Array(randomIndexingDimensions);
  const term = new Float32Array(randomIndexingDimensions);
  for (const [name, weight] of query) {
    const id = postings.terms.get(name);
    if (id === undefined) continue;
    fillTermVector(postings, id, term);
    for (let i = 0; i < vector.length; i += 1) vector[i] = vector[i]! + weight * term[i]!;
  }
  return normalize(vector);
}

/** The unit-length vector of every passage of the index; zero for a passage without terms. */
export function embedPassages(postings: Postings): readonly Float32Array[] {
  const vectors = Array.from(
    { length: postings.size },
    () => new Float32Array(randomIndexingDimensions),
  );
  const term = new Float32Array(randomIndexingDimensions);
  for (let id = 0; id < postings.terms.size; id += 1) {
    fillTermVector(postings, id, term);
    for (let at = postings.starts[id]!; at < postings.starts[id + 1]!; at += 1) {
      const vector = vectors[postings.documents[at]!]!;
      const impact = postings.impacts[at]!;
      for (let i = 0; i < vector.length; i += 1) vector[i] = vector[i]! + impact * term[i]!;
    }
  }
  return vectors.map(normalize);
}

function fillTermVector(postings: Postings, id: number, vector: Float32Array): void {
  vector.fill(0);
  for (let at = postings.starts[id]!; at < postings.starts[id + 1]!; at += 1) {
    let state = (postings.documents[at]! + 1) * 0x9e3779b1;
    for (let position = 0; position < positionsPerPassage; position += 1) {
      state = mix(state);
      const index = state % randomIndexingDimensions;
      vector[index] = vector[index]! + (state & 0x40000000 ? 1 : -1);
    }
  }
  normalize(vector);
}

/** One step of the 32-bit finaliser of MurmurHash3. */
function mix(value: number): number {
  let h = (value + 0x6d2b79f5) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function normalize(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return vector;
  const length = Math.sqrt(square);
  for (let i = 0; i < vector.length; i += 1) vector[i] = vector[i]! / length;
  return vector;
}
