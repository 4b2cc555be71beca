import { groupBy } from '../../server/extraction/group-by.ts';
import type { Run, RunRow } from '../runs/run-row.ts';

/** Share of rows that may fail to run before nothing can be concluded. */
const maxErrors = 0.02;

/** Why nothing may be concluded from a run, one sentence each; empty for a valid run. */
export function whyVoid({ header, rows, end }: Run): readonly string[] {
  const failed = rows.filter(({ status }) => status !== 'ok').length;
  const keys = new Set(rows.map(({ suite, caseId, trial }) => `${suite}\n${caseId}\n${trial}`));
  return [
    ...(rows.length === 0 ? ['The run holds no row.'] : []),
    ...(keys.size === header.expected
      ? []
      : [`The run holds ${keys.size} of ${header.expected} expected rows.`]),
    ...(keys.size === rows.length ? [] : [`${rows.length - keys.size} rows are there twice.`]),
    ...(failed > maxErrors * rows.length
      ? [`${failed} of ${rows.length} rows failed to run, above ${100 * maxErrors} %.`]
      : []),
    ...uncounted(rows),
    ...copied(rows),
    ...(end === null ? ['The run was cut short: it has no last line.'] : []),
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
