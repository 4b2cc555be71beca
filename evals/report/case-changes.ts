import type { RunRow } from '../runs/run-row.ts';
import { senseOf } from './metric-sense.ts';

/** A metric that moved on one case. */
export type ScoreChange = {
  readonly metric: string;
  readonly before: number;
  readonly after: number;
  /** What the new value rests on, and the old one. */
  readonly evidence: unknown;
  readonly evidenceBefore: unknown;
};

/** A case of the dev split on which two runs differ, with both rows. */
export type CaseChange = {
  readonly row: RunRow;
  readonly before: RunRow;
  readonly worse: readonly ScoreChange[];
  readonly better: readonly ScoreChange[];
};

/**
 * The cases on which a metric moved, those that lost most first. First trials only: the rest is in the file. Cases of
 * other splits are counted by the metrics and never shown.
 */
export function caseChanges(
  run: readonly RunRow[],
  baseline: readonly RunRow[],
): { readonly regressions: readonly CaseChange[]; readonly improvements: readonly CaseChange[] } {
  const first = (rows: readonly RunRow[]) =>
    new Map(
      rows
        .filter(({ trial, split, status }) => trial === 0 && split === 'dev' && status === 'ok')
        .map((row) => [`${row.suite}\n${row.caseId}`, row]),
    );
  const earlier = first(baseline);
  const changes = [...first(run)].flatMap(([key, row]) => {
    const before = earlier.get(key);
    return before ? [{ row, before, ...movesBetween(row, before) }] : [];
  });
  const lost = (changed: readonly ScoreChange[]) =>
    changed.reduce((sum, { before, after }) => sum + Math.abs(after - before), 0);
  return {
    regressions: changes
      .filter(({ worse }) => worse.length > 0)
      .sort((a, b) => lost(b.worse) - lost(a.worse)),
    improvements: changes
      .filter(({ worse, better }) => worse.length === 0 && better.length > 0)
      .sort((a, b) => lost(b.better) - lost(a.better)),
  };
}

function movesBetween(row: RunRow, before: RunRow): Pick<CaseChange, 'worse' | 'better'> {
  const old = new Map(before.scores.map((score) => [score.metric, score]));
  const moves = row.scores.flatMap(({ metric, value, evidence }): readonly ScoreChange[] => {
    const was = old.get(metric);
    if (!was || was.value === null || value === null || was.value === value) return [];
    return [{ metric, before: was.value, after: value, evidence, evidenceBefore: was.evidence }];
  });
  const isBetter = ({ metric, before: from, after }: ScoreChange) =>
    (after - from) * senseOf(metric) > 0;
  return { better: moves.filter(isBetter), worse: moves.filter((move) => !isBetter(move)) };
}
