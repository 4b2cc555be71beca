import { compareMetrics, type MetricDifference } from '../report/compare-metrics.ts';
import type { GateVerdict } from '../report/report-model.ts';
import { type MetricSummary, summariseMetrics } from '../report/summarise-metrics.ts';
import type { Run, RunRow } from '../runs/run-row.ts';
import type { Gate } from './gate.ts';

/** The gates that a run can be held to: non-inferiority ones only beside a baseline. */
export function decideGates(
  gates: readonly Gate[],
  run: Pick<Run, 'header' | 'rows'>,
  baseline: Pick<Run, 'rows'> | null,
): readonly GateVerdict[] {
  const { seed, suites, splits } = run.header;
  const compared = baseline
    ? compareGated(gates, run, baseline)
    : new Map<Gate, MetricDifference>();
  return gates.flatMap((gate) => {
    const isRun = suites.includes(gate.metric.split('.')[0]!);
    if (!isRun || (gate.split !== 'all' && !splits.includes(gate.split))) return [];
    if (gate.class === 'non-inferiority' && !baseline) return [];
    const rows = rowsOf(gate, run.rows);
    const [summary] = summariseMetrics(rows, seed);
    if (!summary) return [verdictOf(gate, 'void', 'no case gives this metric')];
    if (summary.n === 0) return [verdictOf(gate, 'underpowered', 'applies to no case of the run')];
    if (gate.class !== 'non-inferiority') return [decideOne(gate, summary)];
    const difference = compared.get(gate);
    if (!difference) return [verdictOf(gate, 'void', 'the runs share no case of it')];
    return [decideLoss(gate, difference, summary)];
  });
}

const verdictOf = (gate: Gate, verdict: GateVerdict['verdict'], detail: string): GateVerdict => ({
  gate: gate.split === 'all' ? gate.metric : `${gate.metric}, ${gate.split}`,
  class: gate.class,
  verdict,
  detail,
});

/** The rows of a gate's split, with its metric alone. */
const rowsOf = ({ metric, split }: Gate, rows: readonly RunRow[]): readonly RunRow[] =>
  rows
    .filter((row) => split === 'all' || row.split === split)
    .map((row) => ({ ...row, scores: row.scores.filter((score) => score.metric === metric) }));

/** Compares what is gated, and only that: Holm's adjustment is over this family. */
function compareGated(
  gates: readonly Gate[],
  { header, rows }: Pick<Run, 'header' | 'rows'>,
  baseline: Pick<Run, 'rows'>,
): ReadonlyMap<Gate, MetricDifference> {
  const gated = gates.filter((gate) => gate.class === 'non-inferiority');
  const found = new Map<Gate, MetricDifference>();
  const name = (gate: Gate) => `${gate.metric}\n${gate.split}`;
  const named = (all: readonly RunRow[]) =>
    gated.flatMap((gate) =>
      rowsOf(gate, all).map((row) => ({
        ...row,
        scores: row.scores.map((score) => ({ ...score, metric: name(gate) })),
      })),
    );
  for (const one of compareMetrics(named(rows), named(baseline.rows), header.seed)) {
    const gate = gated.find((candidate) => name(candidate) === one.metric);
    if (gate) found.set(gate, one);
  }
  return found;
}

function decideOne(
  gate: Exclude<Gate, { class: 'non-inferiority' }>,
  { value, low, high, sense, n, kind }: MetricSummary,
): GateVerdict {
  const show = (number: number | null) => (number === null ? '–' : number.toFixed(3));
  const measured = `value ${show(value)} (${show(low)}–${show(high)}, n ${n})`;
  if (gate.class === 'invariant') {
    const holds = value === (sense === 1 ? 1 : 0);
    return verdictOf(
      gate,
      holds ? 'pass' : 'fail',
      `${measured}, not one ${kind === 'share' ? 'case' : 'part'} may fail`,
    );
  }
  const { atLeast, atMost } = gate;
  const limit = atLeast ?? atMost!;
  const asked = `${measured}, asked ${atLeast === undefined ? '≤' : '≥'} ${limit}`;
  const beyond = (number: number | null) =>
    number !== null && (atLeast === undefined ? number > limit : number < limit);
  if (beyond(value)) return verdictOf(gate, 'fail', asked);
  const proven = !beyond(atLeast === undefined ? high : low);
  return verdictOf(gate, proven ? 'pass' : 'underpowered', asked);
}

/**
 * A loss fails when it is more than chance (adjusted p ≤ .05) and the interval does not exclude one beyond the margin. When the
 * interval reaches beyond the margin and chance explains it, too few cases were asked: neither pass nor fail.
 */
function decideLoss(
  gate: Extract<Gate, { class: 'non-inferiority' }>,
  { delta, low, high, p, wins, losses, ties }: MetricDifference,
  { sense, mde }: MetricSummary,
): GateVerdict {
  const worst = sense === 1 ? (low ?? -Infinity) : -(high ?? Infinity);
  const counts = `${wins} won, ${losses} lost, ${ties} tied, p ${p.toFixed(3)}`;
  const power = mde === null ? '' : `, smallest loss that would show ${mde.toFixed(3)}`;
  const interval = `${(low ?? -Infinity).toFixed(3)} to ${(high ?? Infinity).toFixed(3)}`;
  const detail = `Δ ${delta.toFixed(3)} (${interval}), margin ${gate.margin}; ${counts}${power}`;
  if (worst >= -gate.margin) return verdictOf(gate, 'pass', detail);
  const shown = p <= 0.05 && losses > wins;
  return verdictOf(gate, shown ? 'fail' : 'underpowered', detail);
}
