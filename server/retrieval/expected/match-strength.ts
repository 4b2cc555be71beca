import type { MatchFeatures } from './match-features.ts';

/**
 * What tells the expected question that was asked from others like it: conditional logit over the twenty that the
 * keyword channels rank first. Fitted on the questions of our own corpus, each wording held out in turn
 * (`evals/fit/fit-matches.ts`); in five folds of documents it finds the right one of some 2,000 first in 64 % of cases.
 */
const nearness: Readonly<
  Record<Exclude<keyof MatchFeatures, 'missing' | 'anyForm' | 'strange'>, number>
> = {
  both: 3.66,
  usual: 0.39,
  quoted: 2.05,
  titled: 1.24,
  explained: 6.26,
  shared: -0.72,
  form: 2.17,
  intent: 1.27,
  grams: 1.87,
  words: 1.12,
};

/** Log-odds, up to a constant, of being the nearest. */
export const nearnessOf = (features: MatchFeatures): number =>
  (Object.keys(nearness) as (keyof typeof nearness)[]).reduce(
    (sum, name) => sum + nearness[name] * features[name],
    0,
  );

/** A lead over the next one beyond which more says nothing. */
const mostLead = 5;

/**
 * Probability that an expected question is what was asked: logistic regression on how near it is and how far it leads
 * the next one; fitted on the same wordings, and on them with their own question taken away.
 * @param lead nearness less that of the nearest other one; below 0 for all but the first
 */
export function strengthOf(features: MatchFeatures, lead: number): number {
  const logOdds =
    0.78 * nearnessOf(features) +
    0.26 * Math.max(-mostLead, Math.min(mostLead, lead)) -
    2.48 * features.explained -
    3.15 * features.both +
    1.58 * features.shared -
    2.23 * features.usual -
    7.9;
  return 1 / (1 + Math.exp(-logOdds));
}
