/**
 * Nearest-rank percentile: the smallest value such that at least `share` of all values are not greater. Always a value
 * that was measured, never an interpolation; `null` without values.
 * @param share from 0 (the smallest) to 1 (the greatest)
 */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}
