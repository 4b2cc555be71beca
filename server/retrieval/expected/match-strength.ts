import type { MatchFeatures } from './match-features.ts';

const coefficients: Readonly<Record<keyof MatchFeatures, number>> = {
  named: 3,
  naming: 3,
  explained: 2,
  missing: -2,
  letters: 1,
  form: 1,
  unasked: -1,
  again: 1,
};
const intercept = -6;

/** Probability that a question is the expected one, by logistic regression on the features. */
export function matchStrength(features: MatchFeatures): number {
  const logOdds = (Object.keys(coefficients) as (keyof MatchFeatures)[]).reduce(
    (sum, name) => sum + coefficients[name] * features[name],
    intercept,
  );
  return 1 / (1 + Math.exp(-logOdds));
}
