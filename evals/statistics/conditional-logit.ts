/** The alternatives of one choice, each with its features in a fixed order, and which of them are right. */
export type Choice = readonly { readonly features: readonly number[]; readonly right: boolean }[];

/** Step and inertia of the ascent; with these, 300 steps settle two decimals on some thousand choices. */
const rate = 2;
const momentum = 0.9;

/**
 * Conditional logit (McFadden, 1974) by gradient ascent: weights under which the right alternatives of each choice
 * have the highest share of `exp(score)`. Choices without a right alternative are left out.
 * @param ridge above 0; keeps the weights finite where the features separate right from wrong
 */
export function fitChoices(all: readonly Choice[], ridge = 1, steps = 300): readonly number[] {
  const choices = all.filter((choice) => choice.some(({ right }) => right));
  const size = choices[0]?.[0]?.features.length ?? 0;
  const weights = Array.from({ length: size }, () => 0);
  const speed = Array.from({ length: size }, () => 0);
  for (let step = 0; step < steps; step += 1) {
    const gradient = weights.map((weight) => (-ridge * weight) / choices.length);
    for (const choice of choices) addGradient(choice, weights, 1 / choices.length, gradient);
    for (const [at, slope] of gradient.entries()) {
      speed[at] = momentum * speed[at]! + rate * slope;
      weights[at]! += speed[at];
    }
  }
  return weights;
}

/** Score of one alternative. */
export const scoreOf = (weights: readonly number[], features: readonly number[]): number =>
  features.reduce((sum, value, at) => sum + value * weights[at]!, 0);

function addGradient(
  choice: Choice,
  weights: readonly number[],
  share: number,
  gradient: number[],
): void {
  const odds = choice.map(({ features }) => Math.exp(scoreOf(weights, features)));
  const all = odds.reduce((sum, value) => sum + value, 0);
  const right = odds.reduce((sum, value, at) => sum + (choice[at]!.right ? value : 0), 0);
  for (const [at, { features, right: good }] of choice.entries()) {
    const pull = (good ? odds[at]! / right : 0) - odds[at]! / all;
    for (const [i, value] of features.entries()) gradient[i]! += share * pull * value;
  }
}
