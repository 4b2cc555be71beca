/** Natural logarithm of n!, by addition: exact enough for the few thousands of cases that a run holds. */
function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 2; k <= n; k++) logs[k] = logs[k - 1]! + Math.log(k);
  return logs;
}

/**
 * Probabilities of 0, 1, … n successes in n independent trials, in logarithms inside, so that thousands of trials do
 * not underflow.
 * @param share probability of one success, from 0 to 1
 */
export function binomial(n: number, share: number): readonly number[] {
  const at = (k: number): readonly number[] =>
    Array.from({ length: n + 1 }, (_, i) => (i === k ? 1 : 0));
  if (share <= 0) return at(0);
  if (share >= 1) return at(n);
  const logs = logFactorials(n);
  return Array.from({ length: n + 1 }, (_, k) =>
    Math.exp(
      logs[n]! - logs[k]! - logs[n - k]! + k * Math.log(share) + (n - k) * Math.log1p(-share),
    ),
  );
}

/** Probability of at most `k` successes; 0 when `k` is negative. */
export function binomialAtMost(k: number, n: number, share: number): number {
  let sum = 0;
  for (const probability of binomial(n, share).slice(0, Math.max(0, k + 1))) sum += probability;
  return Math.min(1, sum);
}
