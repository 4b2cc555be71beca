import { compareMetrics, type MetricDifference } from '../report/compare-metrics.ts';
import { whyVoid } from '../report/run-validity.ts';
import type { Run, RunRow } from '../runs/run-row.ts';

/**
 * What became of a mutant: `killed` by an expected metric; `survived`; `identity` when it changed nothing; `broken` when
 * cases failed to run, which proves nothing.
 */
export type Fate = 'killed' | 'survived' | 'identity' | 'broken';

export type Judgement = {
  readonly fate: Fate;
  /** Expected metrics that got worse: more than chance, and by more than the margin. */
  readonly killers: readonly string[];
  /** Every metric that got worse, expected or not. */
  readonly moved: readonly string[];
};

/** Loss that counts, in the metric's own unit; times are held to a factor instead. */
const margin = 0.03;
/** A machine that is busy doubles times; a defect worth the name does more. */
const timeFactor = 5;

/** Compares a mutant's run with the unmutated one, over the cases that both hold. */
export function judgeMutant(
  mutated: Run,
  base: Run,
  { killers, silent }: { readonly killers: readonly string[]; readonly silent: boolean },
): Judgement {
  const moved = movedMetrics(mutated.rows, base.rows, mutated.header.seed);
  const voids = [
    ...whyVoid(mutated),
    ...(mutated.header.run === base.header.run ? ['compared with itself'] : []),
  ];
  const all = voids.length > 0 ? ['void', ...moved] : moved;
  const killing = killers.filter((metric) => all.includes(metric));
  const judged = { killers: killing, moved: all };
  if (killers.includes('void'))
    return { fate: killing.length > 0 ? 'killed' : 'survived', ...judged };
  if (voids.length > 0) return { fate: 'broken', ...judged };
  if (!silent && isIdentical(mutated.rows, base.rows)) return { fate: 'identity', ...judged };
  return { fate: killing.length > 0 ? 'killed' : 'survived', ...judged };
}

/** Metrics that got worse: adjusted p at most .05 over all of them, and a loss beyond the margin. */
function movedMetrics(
  mutated: readonly RunRow[],
  base: readonly RunRow[],
  seed: number,
): readonly string[] {
  return compareMetrics(mutated, base, seed)
    .filter((one) => one.verdict === 'worse' && isBeyond(one, base))
    .map(({ metric }) => metric);
}

function isBeyond({ metric, delta }: MetricDifference, base: readonly RunRow[]): boolean {
  if (!metric.startsWith('service.')) return Math.abs(delta) >= margin;
  const values = base.flatMap(({ scores }) =>
    scores.flatMap((one) => (one.metric === metric ? (one.value ?? []) : [])),
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return delta >= (timeFactor - 1) * mean;
}

/** Whether no output of any case differs. */
function isIdentical(mutated: readonly RunRow[], base: readonly RunRow[]): boolean {
  const key = ({ suite, caseId }: RunRow) => `${suite}\n${caseId}`;
  const outputs = new Map(base.map((row) => [key(row), JSON.stringify(row.output)]));
  return mutated.every((row) => outputs.get(key(row)) === JSON.stringify(row.output));
}
