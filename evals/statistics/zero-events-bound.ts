/**
 * Upper bound of a share of which `total` cases showed no event: 1 − α^(1/n), one-sided, exact; the "rule of three"
 * 3/n is its approximation (Hanley and Lippman-Hand, 1983). With no case nothing is known: 1.
 * @param alpha chance that the true share lies above, .05 by default
 */
export const zeroEventsBound = (total: number, alpha = 0.05): number =>
  total === 0 ? 1 : 1 - alpha ** (1 / total);
