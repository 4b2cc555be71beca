import { groupBy } from '../../server/extraction/group-by.ts';
import type { Run, RunRow } from '../runs/run-row.ts';

/** Share of rows that may fail to run before nothing can be concluded. */
const maxErrors = 0.02;

/** A reason why nothing may be concluded from a run. */
export type VoidReason = {
  /** `errors`: too many rows failed; `unsound`: the numbers themselves cannot be right. */
  readonly why: 'empty' | 'incomplete' | 'cut-short' | 'errors' | 'unsound';
  readonly sentence: string;
};

/** Why nothing may be concluded from a run, one sentence each; empty for a valid run. */
export const whyVoid = (run: Run): readonly string[] =>
  voidReasons(run).map(({ sentence }) => sentence);

/** The same with the sort of each reason. */
export function voidReasons({ header, rows, end }: Run): readonly VoidReason[] {
  const failed = rows.filter(({ status }) => status !== 'ok').length;
  const keys = new Set(rows.map(({ suite, caseId, trial }) => `${suite}\n${caseId}\n${trial}`));
  const when = (holds: boolean, why: VoidReason['why'], sentence: string) =>
    holds ? [{ why, sentence }] : [];
  const unsound = (sentence: string): VoidReason => ({ why: 'unsound', sentence });
  return [
    ...when(rows.length === 0, 'empty', 'The run holds no row.'),
    ...when(
      keys.size !== header.expected,
      'incomplete',
      `The run holds ${keys.size} of ${header.expected} expected rows.`,
    ),
    ...when(
      keys.size !== rows.length,
      'unsound',
      `${rows.length - keys.size} rows are there twice.`,
    ),
    ...when(
      failed > maxErrors * rows.length,
      'errors',
      `${failed} of ${rows.length} rows failed to run, above ${100 * maxErrors} %.`,
    ),
    ...uncounted(rows).map(unsound),
    ...copied(rows).map(unsound),
    ...when(end === null, 'cut-short', 'The run was cut short: it has no last line.'),
  ];
}

/** Answers that a model wrote and that cost no token: the counter is broken, and the cost unknown. */
function uncounted(rows: readonly RunRow[]): readonly string[] {
  const answered = rows.filter(({ output }) => output?.decision === 'answer' && output.text !== '');
  const isBroken = answered.length >= 10 && answered.every(({ usage }) => usage.out === 0);
  return isBroken ? [`${answered.length} answers were written and no token was counted.`] : [];
}

/** Trials that took the same time to the microsecond are one trial, copied. */
function copied(rows: readonly RunRow[]): readonly string[] {
  const cases = groupBy(
    rows.filter(({ status, timing }) => status === 'ok' && !timing.cached),
    ({ suite, caseId }) => `${suite}\n${caseId}`,
  );
  const repeated = [...cases.values()].filter(
    (trials) => new Set(trials.map(({ trial }) => trial)).size > 1,
  );
  const same = repeated.filter(
    (trials) => new Set(trials.map(({ timing }) => timing.totalMs)).size === 1,
  );
  return same.length > repeated.length / 2
    ? [`In ${same.length} of ${repeated.length} cases all trials are copies of one.`]
    : [];
}
