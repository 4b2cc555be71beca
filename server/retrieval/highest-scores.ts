/**
 * Indices of the `count` highest positive scores, best first, ties to the earlier.
 *
 * One pass that keeps the best so far in order: nearly every score only has to be compared with the last of them.
 */
export function highestScores(scores: Float32Array, count: number): Uint32Array {
  const kept = new Uint32Array(Math.min(count, scores.length));
  const values = new Float32Array(kept.length);
  let held = 0;
  let threshold = 0;
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index]!;
    if (!(score > threshold)) continue;
    let at = held < kept.length ? held : held - 1;
    for (; at > 0 && values[at - 1]! < score; at -= 1) {
      values[at] = values[at - 1]!;
      kept[at] = kept[at - 1]!;
    }
    values[at] = score;
    kept[at] = index;
    held = Math.min(held + 1, kept.length);
    if (held === kept.length) threshold = values[held - 1]!;
  }
  return kept.subarray(0, held);
}
