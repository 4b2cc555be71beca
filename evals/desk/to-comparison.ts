import {
  type EvalCaseChange,
  type EvalComparison,
  type EvalGate,
  type EvalMetric,
  type EvalMissedCase,
  type EvalReply,
  type EvalVoid,
  ownCases,
  shownChanges,
} from '../../server/contract/evals.ts';
import type { Gate } from '../gates/gate.ts';
import type { CaseChange, ScoreChange } from '../report/case-changes.ts';
import type { ReportModel } from '../report/report-model.ts';
import { voidReasons } from '../report/run-validity.ts';
import type { RunRow } from '../runs/run-row.ts';

/** What a comparison says besides which runs it compares. */
export type ComparisonBody = Omit<EvalComparison, 'run' | 'baseline'>;

/** Most passages named of a reply. */
const shownPassages = 5;

/** A report as the trainer's page takes it. */
export function toComparison(model: ReportModel, gates: readonly Gate[]): ComparisonBody {
  const { regressions, improvements } = model;
  return {
    voids: voidsOf(model),
    metrics: metricsOf(model),
    gates: gatesOf(model, gates),
    regressions: regressions.slice(0, shownChanges).map((one) => toChange(one, one.worse)),
    improvements: improvements.slice(0, shownChanges).map((one) => toChange(one, one.better)),
    ...{ regressed: regressions.length, improved: improvements.length },
    missed: missedOf(model),
  };
}

function voidsOf({ run, baseline }: ReportModel): readonly EvalVoid[] {
  const of = (which: EvalVoid['of'], reasons: readonly { readonly why: EvalVoid['why'] }[]) =>
    [...new Set(reasons.map(({ why }) => why))].map((why) => ({ of: which, why }));
  return [
    ...of('run', voidReasons(run)),
    ...(baseline ? of('baseline', voidReasons(baseline)) : []),
    ...(baseline?.header.run === run.header.run ? of('baseline', [{ why: 'same-run' }]) : []),
  ];
}

function metricsOf({ metrics, differences }: ReportModel): readonly EvalMetric[] {
  const byMetric = new Map(differences.map((one) => [one.metric, one]));
  return metrics.map(({ metric, kind, sense, n, value, low, high }) => {
    const difference = byMetric.get(metric);
    return {
      ...{ metric, kind, better: sense === 1 ? 'higher' : 'lower', n, value, low, high },
      ...{ delta: difference?.delta ?? null, verdict: difference?.verdict ?? null },
      ...{ deltaLow: difference?.low ?? null, deltaHigh: difference?.high ?? null },
      ...{ wins: difference?.wins ?? 0, losses: difference?.losses ?? 0 },
    };
  });
}

/** A verdict is named by metric and split; what was asked is in the gate itself. */
function gatesOf(model: ReportModel, gates: readonly Gate[]): readonly EvalGate[] {
  const named = ({ metric, split }: Gate) => (split === 'all' ? metric : `${metric}, ${split}`);
  return model.gates.flatMap((verdict) => {
    const gate = gates.find((one) => one.class === verdict.class && named(one) === verdict.gate);
    if (!gate) return [];
    const { metric, split } = gate;
    return [
      {
        ...{ metric, class: gate.class, verdict: verdict.verdict, asked: askedOf(gate) },
        ...(split !== 'all' && { split }),
      },
    ];
  });
}

function askedOf(gate: Gate): EvalGate['asked'] {
  if (gate.class === 'invariant') return { kind: 'every-case' };
  if (gate.class === 'non-inferiority') return { kind: 'loss-at-most', limit: gate.margin };
  return gate.atLeast === undefined
    ? { kind: 'at-most', limit: gate.atMost ?? 0 }
    : { kind: 'at-least', limit: gate.atLeast };
}

const missedOf = ({ run }: ReportModel): readonly EvalMissedCase[] =>
  run.rows
    .filter(({ scores }) => scores.some((one) => one.metric === asExpected && one.value === 0))
    .map((row) => ({
      ...{ caseId: row.caseId, language: row.lang, turns: row.turns, reply: toReply(row) },
    }));

const asExpected = `${ownCases}.as-expected`;

const moved = ({ before, after }: ScoreChange): number => Math.abs(after - before);

const toChange = (
  { row, before }: CaseChange,
  changes: readonly ScoreChange[],
): EvalCaseChange => ({
  ...{ suite: row.suite, caseId: row.caseId, language: row.lang, turns: row.turns },
  scores: changes
    .toSorted((a, b) => moved(b) - moved(a))
    .map(({ metric, before: from, after }) => ({ metric, before: from, after })),
  ...{ before: toReply(before), after: toReply(row) },
});

const toReply = ({ output }: RunRow): EvalReply => ({
  ...{ decision: output?.decision ?? '', text: output?.text ?? '' },
  found: (output?.retrieved ?? []).slice(0, shownPassages).map(({ section }) => section),
});
