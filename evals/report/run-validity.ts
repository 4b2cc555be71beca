import type { Run } from '../runs/run-row.ts';

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
    ...(end === null ? ['The run was cut short: it has no last line.'] : []),
  ];
}
