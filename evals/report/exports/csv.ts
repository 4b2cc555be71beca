import type { RunRow } from '../../runs/run-row.ts';

const head = [
  ...['run', 'variant', 'suite', 'case', 'split', 'lang', 'cluster', 'family', 'trial'],
  ...['status', 'decision', 'metric', 'value', 'na_reason', 'ttft_ms', 'total_ms', 'cost_usd'],
] as const;

/** One line per score, RFC 4180, for a spreadsheet. Holds no question and no reply. */
export function csv(rows: readonly RunRow[]): string {
  const lines = rows.flatMap((row) => {
    const base = [
      ...[row.run, row.variant.id, row.suite, row.caseId, row.split, row.lang, row.cluster],
      ...[row.family ?? '', row.trial, row.status, row.output?.decision ?? ''],
    ];
    const measures = [row.timing.ttftMs ?? '', row.timing.totalMs, row.usage.costUsd ?? ''];
    return row.scores.map(({ metric, value, naReason }) =>
      [...base, metric, value ?? '', naReason ?? '', ...measures].map(csvCell).join(','),
    );
  });
  return [head.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

/**
 * A cell. A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, *CSV injection*);
 * numbers stay numbers.
 */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[\s\u0000]*[=+\-@\t\r\n|%＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
}
