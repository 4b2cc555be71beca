import type { Run, RunRow } from '../runs/run-row.ts';
import { type CaseChange, caseChanges } from './case-changes.ts';
import { compareMetrics, type MetricDifference } from './compare-metrics.ts';
import { type LeakCell, leakCells } from './leak-cells.ts';
import { whyVoid } from './run-validity.ts';
import { type ServiceFigures, serviceFigures } from './service-figures.ts';
import { type MetricSummary, summariseMetrics } from './summarise-metrics.ts';

/** One gate as it was decided. */
export type GateVerdict = {
  readonly gate: string;
  readonly class: 'invariant' | 'bound' | 'non-inferiority' | 'advisory';
  readonly verdict: 'pass' | 'fail' | 'underpowered' | 'void';
  /** What was measured against what, in a few words. */
  readonly detail: string;
};

/** One metric in an earlier run. */
export type TrendPoint = Pick<MetricSummary, 'metric' | 'value' | 'low' | 'high' | 'n'> & {
  readonly run: string;
  readonly variant: string;
  readonly startedAt: string;
};

/** Everything that the reports show of a run, or of a run beside its baseline. */
export type ReportModel = {
  readonly run: Run;
  readonly baseline: Run | null;
  /** Why nothing may be concluded; empty for valid runs. */
  readonly voids: readonly string[];
  readonly gates: readonly GateVerdict[];
  readonly metrics: readonly MetricSummary[];
  readonly differences: readonly MetricDifference[];
  readonly regressions: readonly CaseChange[];
  readonly improvements: readonly CaseChange[];
  readonly leaks: readonly LeakCell[];
  readonly service: readonly ServiceFigures[];
  readonly serviceBefore: readonly ServiceFigures[];
  /** Oldest first, the run itself last. */
  readonly trend: readonly TrendPoint[];
  /** Rows of the dev split that a person can label: answered, first trial. */
  readonly labelled: readonly LabelItem[];
};

/** A question with the reply of the run and, in a comparison, that of the baseline. */
export type LabelItem = { readonly row: RunRow; readonly other: RunRow | null };

export type ReportParts = {
  readonly run: Run;
  readonly baseline: Run | null;
  /** Earlier runs, for the trend. */
  readonly history: readonly Run[];
  readonly gates: readonly GateVerdict[];
};

/** Computes what the reports show. The same runs give the same report: every interval is drawn from the run's seed. */
export function reportModel({ run, baseline, history, gates }: ReportParts): ReportModel {
  const { seed } = run.header;
  const metrics = summariseMetrics(run.rows, seed);
  const changes = baseline
    ? caseChanges(run.rows, baseline.rows)
    : { regressions: [], improvements: [] };
  return {
    ...{ run, baseline, gates, metrics, ...changes },
    voids: [
      ...whyVoid(run),
      ...(baseline ? whyVoid(baseline).map((why) => `Baseline: ${why}`) : []),
      ...(baseline && baseline.header.run === run.header.run
        ? ['The run is compared with itself.']
        : []),
    ],
    differences: baseline ? compareMetrics(run.rows, baseline.rows, seed) : [],
    leaks: leakCells(run.rows),
    service: serviceFigures(run.rows),
    serviceBefore: baseline ? serviceFigures(baseline.rows) : [],
    trend: trendOf([...history.filter(({ header }) => header.run !== run.header.run), run]),
    labelled: labelItems(run.rows, baseline?.rows ?? []),
  };
}

const trendOf = (runs: readonly Run[]): readonly TrendPoint[] =>
  runs
    .toSorted((a, b) => a.header.startedAt.localeCompare(b.header.startedAt))
    .flatMap(({ header, rows }) =>
      summariseMetrics(rows, header.seed).map(({ metric, value, low, high, n }) => ({
        ...{ metric, value, low, high, n, run: header.run },
        ...{ variant: header.variant.id, startedAt: header.startedAt },
      })),
    );

function labelItems(rows: readonly RunRow[], before: readonly RunRow[]): readonly LabelItem[] {
  const key = ({ suite, caseId, trial }: RunRow) => `${suite}\n${caseId}\n${trial}`;
  const others = new Map(before.map((row) => [key(row), row]));
  return rows.flatMap((row) => {
    if (row.trial !== 0 || row.split !== 'dev' || !row.output || row.turns.length === 0) return [];
    const other = others.get(key(row)) ?? null;
    if (before.length > 0 && (!other?.output || other.output.text === row.output.text)) return [];
    return [{ row, other }];
  });
}
