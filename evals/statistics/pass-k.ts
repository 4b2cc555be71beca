/**
 * Chance that `k` trials drawn without replacement from those made all passed, pass^k: C(c, k) / C(n, k)
 * (Yao et al., *τ-bench*, 2024). `null` when fewer than `k` trials were made.
 * @param passed how many of `trials` passed
 */
export function passK(passed: number, trials: number, k: number): number | null {
  if (trials < k) return null;
  let share = 1;
  for (let drawn = 0; drawn < k; drawn++) share *= Math.max(0, passed - drawn) / (trials - drawn);
  return share;
}
