/** Alternatives of one choice, each with its features, and which of them are right. */
export type Choice = readonly { readonly features: readonly number[]; readonly right: boolean }[];
/** Conditional logit by gradient ascent with momentum. */
export function fitChoices(choices: readonly Choice[], ridge = 1, steps = 400): number[] {
  const size = choices[0]![0]!.features.length;
  let w = Array.from({ length: size }, () => 0);
  let v = Array.from({ length: size }, () => 0);
  for (let step = 0; step < steps; step += 1) {
    const g = w.map((value) => (-ridge * value) / choices.length);
    for (const choice of choices) {
      const e = choice.map(({ features }) =>
        Math.exp(features.reduce((s, x, i) => s + x * w[i]!, 0)),
      );
      const all = e.reduce((s, x) => s + x, 0);
      const good = choice.reduce((s, c, i) => s + (c.right ? e[i]! : 0), 0);
      choice.forEach((c, i) => {
        const d = (c.right ? e[i]! / good : 0) - e[i]! / all;
        for (let j = 0; j < size; j += 1) g[j]! += (d * c.features[j]!) / choices.length;
      });
    }
    v = v.map((x, j) => 0.9 * x + g[j]! * 2);
    w = w.map((x, j) => x + v[j]!);
  }
  return w;
}
