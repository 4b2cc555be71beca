/** How a metric earns its place: the mutants that it kills, and those that nothing else would. */
export type Necessity = {
  readonly metric: string;
  readonly kills: number;
  readonly sole: readonly string[];
};

/** Counts over all mutants which metrics got worse, expected or not; metrics that never did stand last. */
export function metricNecessity(
  metrics: readonly string[],
  mutants: readonly { readonly name: string; readonly moved: readonly string[] }[],
): readonly Necessity[] {
  return metrics
    .map((metric) => ({
      metric,
      kills: mutants.filter(({ moved }) => moved.includes(metric)).length,
      sole: mutants
        .filter(({ moved }) => moved.length === 1 && moved[0] === metric)
        .map(({ name }) => name),
    }))
    .sort((a, b) => b.sole.length - a.sole.length || b.kills - a.kills);
}
