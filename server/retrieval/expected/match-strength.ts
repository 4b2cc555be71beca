import type { MatchFeatures } from './match-features.ts';

/**
 * What tells the expected question that was asked from others like it: conditional logit over the nearest ones. Fitted
 * on the questions of our own corpus, each wording held out in turn (`evals/fit/fit-matches.ts`).
 */
const nearness: Readonly<Record<keyof MatchFeatures, number>> = {
  named: 0.11,
  naming: -0.19,
  both: 5.04,
  shared: -0.6,
  unasked: -0.04,
  letters: -1.06,
  form: 2.52,
  worded: -0.74,
  usual: 3.46,
  quoted: 2.77,
  titled: 1.52,
  explained: 6.29,
  missing: -0.53,
  stems: 1,
  grams: 1,
  words: 0,
  bigrams: 0.3,
  coverage: 0,
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
    0.24 * nearnessOf(features) +
    0.48 * Math.max(-mostLead, Math.min(mostLead, lead)) +
    0.52 * features.missing +
    0.63 * features.explained -
    1.29 * features.both +
    0.6 * features.shared -
    4.67;
  return 1 / (1 + Math.exp(-logOdds));
}
