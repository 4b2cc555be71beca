import type { MatchFeatures } from './match-features.ts';

/**
 * What tells the expected question that was asked from others like it: conditional logit over the nearest ones. Fitted
 * on the questions of our own corpus, each wording held out in turn (`evals/fit/fit-matches.ts`).
 */
const nearness: Readonly<Record<keyof MatchFeatures, number>> = {
  named: -1.7,
  naming: -0.89,
  both: 6.01,
  shared: -0.61,
  unasked: -0.22,
  letters: -0.27,
  form: 2.19,
  missing: -0.04,
  worded: -0.5,
  usual: 0.82,
  quoted: 2.23,
  titled: 1.07,
  explained: 6.3,
  stems: -0.67,
  grams: 2.1,
  words: 1.31,
  bigrams: 0.29,
  coverage: 0.17,
};

/** Log-odds, up to a constant, of being the nearest. */
export const nearnessOf = (features: MatchFeatures): number =>
  (Object.keys(nearness) as (keyof MatchFeatures)[]).reduce(
    (sum, name) => sum + nearness[name] * features[name],
    0,
  );

/** A lead over the next one beyond which more says nothing. */
const mostLead = 5;

/**
 * Probability that an expected question is what was asked: logistic regression on how near it is and how far it leads
 * the next one; fitted on the same, with the question itself held out as well.
 * @param lead nearness less that of the nearest other one; below 0 for all but the first
 */
export function strengthOf(features: MatchFeatures, lead: number): number {
  const logOdds =
    0.98 * nearnessOf(features) +
    0.28 * Math.max(-mostLead, Math.min(mostLead, lead)) +
    0.6 * features.missing -
    3.2 * features.explained -
    3.33 * features.both +
    1.58 * features.shared -
    2.59 * features.usual -
    0.83 * features.form -
    0.73 * features.quoted -
    7.87;
  return 1 / (1 + Math.exp(-logOdds));
}
