import { TutorError } from '../errors.ts';

/** Vectors in one block of memory, row after row, with their lengths; every value is finite. */
export type VectorTable = {
  readonly dimensions: number;
  readonly size: number;
  readonly values: Float32Array;
  /** Euclidean norm of each row; 0 for a zero vector, which is like nothing and never found. */
  readonly norms: Float64Array;
};

/** One vector found: its place in the table, and the cosine of its angle with the query, -1 to 1. */
export type Neighbour = { readonly index: number; readonly similarity: number };

/**
 * Puts vectors into a table.
 * @throws {TutorError} `index-broken` when one has another length, or holds NaN or an infinity.
 */
export function packVectors(vectors: readonly Float32Array[], dimensions: number): VectorTable {
  const values = new Float32Array(vectors.length * dimensions);
  for (const [index, vector] of vectors.entries()) {
    if (vector.length !== dimensions) {
      const message = `Vector ${index} has ${vector.length} dimensions instead of ${dimensions}: check the embedding model, and ingest again.`;
      throw new TutorError('index-broken', message);
    }
    values.set(vector, index * dimensions);
  }
  return tableOf(values, dimensions, vectors.length);
}

/**
 * Makes a table of rows that lie one after the other already.
 * @throws {TutorError} `index-broken` when a row holds NaN or an infinity.
 */
export function tableOf(values: Float32Array, dimensions: number, size: number): VectorTable {
  const norms = new Float64Array(size);
  for (let index = 0; index < size; index += 1) {
    const norm = normOf(values.subarray(index * dimensions, (index + 1) * dimensions));
    if (!Number.isFinite(norm)) {
      const message = `Vector ${index} holds a value that is no finite number: check the embedding model, and ingest again.`;
      throw new TutorError('index-broken', message);
    }
    norms[index] = norm;
  }
  return { dimensions, size, values, norms };
}

/**
 * Euclidean norm. In double precision the squares of finite single-precision values neither overflow nor vanish, so
 * it is finite exactly when every value is, and 0 exactly when every value is.
 */
export function normOf(vector: Float32Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}

/**
 * The `limit` rows most like the query by cosine similarity, best first, ties by index; of all rows, or of
 * `candidates`. The query is neither zero nor anything but finite.
 */
export function rankRows(
  table: VectorTable,
  query: Float32Array,
  limit: number,
  candidates?: Iterable<number>,
): readonly Neighbour[] {
  const queryNorm = normOf(query);
  const found: Neighbour[] = [];
  for (const index of candidates ?? table.norms.keys()) {
    const norm = table.norms[index] ?? 0;
    if (norm === 0) continue;
    const cosine = dotProduct(table, index, query) / norm / queryNorm;
    found.push({ index, similarity: Math.min(1, Math.max(-1, cosine)) });
  }
  // Plain numbers sort faster than objects: first what the last place costs, then the order of those who can pay.
  const last = Float64Array.from(found, ({ similarity }) => similarity)
    .sort()
    .at(-limit);
  return found
    .filter(({ similarity }) => last === undefined || similarity >= last)
    .sort((a, b) => b.similarity - a.similarity || a.index - b.index)
    .slice(0, limit);
}

function dotProduct(table: VectorTable, index: number, query: Float32Array): number {
  const { values, dimensions } = table;
  const start = index * dimensions;
  let sum = 0;
  // By position, not by iterator: this loop is the whole cost of an exact search.
  for (let at = 0; at < dimensions; at += 1) sum += (values[start + at] ?? 0) * (query[at] ?? 0);
  return sum;
}
