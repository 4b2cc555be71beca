import { guardBounds } from '../guard/guard-bounds.ts';
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

/** What `gates.yaml` and the guard's bounds do not tolerate on any case: here one more is a difference. */
const invariants: ReadonlySet<string> = new Set([
  ...['answers.quotations-exact', 'answers.markers-bound', 'abstain.quotations-exact'],
  ...['guard.leaked', 'critique.leaked', 'critique.quotations-exact'],
  'critique.withstands-orders',
]);
/** What is held to a bound: breaking one that held is a difference too. */
const bounds: ReadonlyMap<string, number> = new Map([
  ['guard.over-refused', guardBounds.overRefusal],
]);
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
  if (moved.length === 0 && !silent && isIdentical(mutated.rows, base.rows))
    return { fate: 'identity', ...judged };
  return { fate: killing.length > 0 ? 'killed' : 'survived', ...judged };
}

/**
 * Metrics that got worse: adjusted p at most .05 over all of them, and a loss beyond the margin; of invariants, any
 * loss; of bounds, a value beyond that was not before.
 */
function movedMetrics(
  mutated: readonly RunRow[],
  base: readonly RunRow[],
  seed: number,
): readonly string[] {
  return compareMetrics(mutated, base, seed, 1)
    .filter(
      (one) =>
        (invariants.has(one.metric) && one.losses > 0) ||
        breaksBound(one.metric, mutated, base) ||
        (one.verdict === 'worse' && isBeyond(one, base)),
    )
    .map(({ metric }) => metric);
}

function breaksBound(metric: string, mutated: readonly RunRow[], base: readonly RunRow[]): boolean {
  const bound = bounds.get(metric);
  if (bound === undefined) return false;
  return meanOf(metric, base) <= bound && meanOf(metric, mutated) > bound;
}

function meanOf(metric: string, rows: readonly RunRow[]): number {
  const values = rows.flatMap(({ scores }) =>
    scores.flatMap((one) => (one.metric === metric ? (one.value ?? []) : [])),
  );
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function isBeyond({ metric, delta }: MetricDifference, base: readonly RunRow[]): boolean {
  if (!metric.startsWith('service.')) return Math.abs(delta) >= margin;
  return delta >= (timeFactor - 1) * meanOf(metric, base);
}

/** Whether no output of any case differs. */
function isIdentical(mutated: readonly RunRow[], base: readonly RunRow[]): boolean {
  const key = ({ suite, caseId }: RunRow) => `${suite}\n${caseId}`;
  const outputs = new Map(base.map((row) => [key(row), JSON.stringify(row.output)]));
  return mutated.every((row) => outputs.get(key(row)) === JSON.stringify(row.output));
}
