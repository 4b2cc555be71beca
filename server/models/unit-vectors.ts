import { ModelFailureError } from './model-failure.ts';

/**
 * Checks what an endpoint sent as vectors and brings each to length 1.
 * @throws {ModelFailureError} `unusable-vectors` unless there are vectors only, all of one length, and each has
 * finite numbers that are not all zero.
 */
export function toUnitVectors(rows: readonly unknown[]): readonly Float32Array[] {
  const vectors = rows.map(toUnitVector);
  const length = vectors[0]?.length;
  if (vectors.some((vector) => vector.length !== length)) throw unusable();
  return vectors;
}

function toUnitVector(row: unknown): Float32Array {
  if (!Array.isArray(row) || !row.every((value) => typeof value === 'number')) throw unusable();
  // By the largest first: the square of a very large or very small number is infinite, or zero.
  const largest = row.reduce((max: number, value: number) => Math.max(max, Math.abs(value)), 0);
  if (!Number.isFinite(largest) || largest === 0) throw unusable();
  const scaled = Float64Array.from(row, (value: number) => value / largest);
  const norm = Math.sqrt(scaled.reduce((sum, value) => sum + value ** 2, 0));
  return Float32Array.from(scaled, (value) => value / norm);
}

/**
 * Puts the rows of a reply in the order of the texts, by their `index` where they have one.
 * @throws {ModelFailureError} `unreadable` without rows; `unusable-vectors` unless there is one for each of `count`
 * texts.
 */
export function inOrder<Row extends { readonly index?: number }>(
  rows: readonly Row[],
  count: number,
): Row[] {
  if (!Array.isArray(rows)) throw new ModelFailureError({ kind: 'unreadable' });
  if (rows.length !== count) throw unusable();
  const ordered: Row[] = [];
  rows.forEach((row: Row, position) => (ordered[row.index ?? position] = row));
  if (ordered.length !== count || Object.keys(ordered).length !== count) throw unusable();
  return ordered;
}

function unusable(): ModelFailureError {
  return new ModelFailureError({ kind: 'unusable-vectors' });
}
