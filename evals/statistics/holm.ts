/**
 * Holm's adjusted p values, in the order given: comparing each to α keeps the chance of any false alarm in the family
 * at α (Holm, *A simple sequentially rejective multiple test procedure*, 1979).
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, at) => at).sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = pValues.map(() => 0);
  let floor = 0;
  for (const [rank, at] of order.entries()) {
    floor = Math.max(floor, Math.min(1, (pValues.length - rank) * pValues[at]!));
    adjusted[at] = floor;
  }
  return adjusted;
}
