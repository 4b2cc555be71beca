/** Labels in their order, lowest first. */
export type Scale = readonly string[];
/** What one rater and another said of one thing. */
export type Pair = readonly [one: string, other: string];

/** Share of pairs that say the same, from 0 to 1; `null` without pairs. */
export function exactAgreement(pairs: readonly Pair[]): number | null {
  if (pairs.length === 0) return null;
  return pairs.filter(([one, other]) => one === other).length / pairs.length;
}

/**
 * Quadratic weighted kappa (Cohen, 1968): 1 − Σ w·O / Σ w·E with w = (i − j)² / (K − 1)², O the observed shares of each
 * pair of labels and E those that the two raters' marginals would give by chance. 1 is full agreement, 0 is chance.
 * @returns `null` without pairs, and where chance alone agrees fully (both raters gave one label throughout)
 */
export function quadraticWeightedKappa(pairs: readonly Pair[], scale: Scale): number | null {
  const size = scale.length;
  const observed = scale.map(() => scale.map(() => 0));
  const ones = scale.map(() => 0);
  const others = scale.map(() => 0);
  for (const [one, other] of pairs) {
    const [i, j] = [placeOf(one, scale), placeOf(other, scale)];
    observed[i]![j]! += 1;
    ones[i]! += 1;
    others[j]! += 1;
  }
  let seen = 0;
  let chance = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const weight = (i - j) ** 2 / (size - 1) ** 2;
      seen += weight * observed[i]![j]!;
      chance += (weight * ones[i]! * others[j]!) / Math.max(1, pairs.length);
    }
  }
  return chance === 0 ? null : 1 - seen / chance;
}

/**
 * Macro-averaged F1: the mean over labels of 2·TP / (2·TP + FP + FN). A label that neither side uses is left out; one
 * that only one side uses counts 0.
 * @param pairs `[gold, found]`
 */
export function macroF1(pairs: readonly Pair[], scale: Scale): number | null {
  const values = scale.flatMap((label) => {
    const gold = pairs.filter(([one]) => one === label).length;
    const found = pairs.filter(([, other]) => other === label).length;
    const both = pairs.filter(([one, other]) => one === label && other === label).length;
    return gold + found === 0 ? [] : [(2 * both) / (gold + found)];
  });
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function placeOf(label: string, scale: Scale): number {
  const at = scale.indexOf(label);
  if (at === -1) throw new Error(`"${label}" is not a label of ${scale.join(', ')}.`);
  return at;
}
