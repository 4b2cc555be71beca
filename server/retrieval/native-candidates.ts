import { runInSlices, type Steps } from './run-in-slices.ts';
import { normOf, type VectorTable } from './vector-table.ts';

/** What hnswlib's two indexes have in common, over inner products of vectors of length 1. */
export type NativeIndex = {
  readonly addPoint: (point: number[], label: number) => void;
  /** Never called with a filter: one that throws aborts the process. */
  readonly searchKnn: (
    query: number[],
    limit: number,
  ) => { readonly distances: number[]; readonly neighbors: number[] };
};

/** Rows that can be found: a zero vector has no direction, and is not given to the native index. */
export function findableRows(table: VectorTable): number {
  return table.norms.reduce((total, norm) => (norm > 0 ? total + 1 : total), 0);
}

/** Adds the rows of a table to a native index, letting other work through meanwhile. */
export const addRows = (
  index: NativeIndex,
  table: VectorTable,
  signal: AbortSignal | undefined,
): Promise<void> => runInSlices(addRowsInSteps(index, table), signal);

function* addRowsInSteps(
  index: NativeIndex,
  { values, norms, dimensions }: VectorTable,
): Steps<void> {
  // One array for all: the native index copies what it is given.
  const point = Array.from({ length: dimensions }, () => 0);
  for (let row = 0; row < norms.length; row += 1) {
    const norm = norms[row]!;
    const start = row * dimensions;
    for (let at = 0; at < dimensions; at += 1) point[at] = values[start + at]! / norm;
    if (norm > 0) index.addPoint(point, row);
    yield;
  }
}

/** Candidates asked for beyond the limit, so that ours, not the native index's rounding, decides who is last. */
const slack = 16;

/** Rows among which the `limit` nearest are, as far as a graph finds them. */
export function graphCandidates(
  graph: NativeIndex & { readonly setEf: (ef: number) => void },
  query: Float32Array,
  limit: number,
  findable: number,
): readonly number[] {
  const asked = Math.min(limit + slack, findable);
  // Set each time: hnswlib returns to 10 at load. Recall@10 on 3,000 random vectors of 384 dimensions, a hard case,
  // was .83 at 100 and .95 at 200, for half a millisecond a search; text-like vectors reach 1.0 at 50.
  graph.setEf(Math.max(200, 2 * asked));
  return graph.searchKnn(scaled(query, normOf(query)), asked).neighbors;
}

/**
 * Rows among which the `limit` nearest certainly are, ties included.
 *
 * hnswlib compares sums in single precision and breaks ties as it likes. The error of such a sum of d products of
 * vectors of length 1 is below d · 2⁻²⁴ (Higham, Accuracy and Stability of Numerical Algorithms, §3.1), and some
 * roundings more for scaling: so we go on until the farthest candidate is out of reach of the last wanted one.
 */
export function exactCandidates(
  index: NativeIndex,
  query: Float32Array,
  limit: number,
  findable: number,
): readonly number[] {
  const reach = (query.length + 8) * 2 ** -23;
  const unit = scaled(query, normOf(query));
  for (let wanted = limit + slack; ; wanted *= 2) {
    const asked = Math.min(wanted, findable);
    const { neighbors, distances } = index.searchKnn(unit, asked);
    const farthest = distances[asked - 1] ?? 0;
    if (asked === findable || farthest > (distances[limit - 1] ?? 0) + reach) return neighbors;
  }
}

/** A vector divided by its norm, as the plain array that hnswlib asks for. */
function scaled(vector: Float32Array, norm: number): number[] {
  return Array.from(vector, (value) => value / norm);
}
