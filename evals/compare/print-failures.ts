import type { RunRow } from '../runs/run-row.ts';

/** Why rows were not measured, most frequent first; empty when all were. */
export function printFailures(rows: readonly RunRow[]): string {
  const counts = new Map<string, number>();
  for (const { status, error } of rows) {
    if (status === 'ok') continue;
    const why = `${status}: ${error ?? 'no reason was noted'}`;
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  if (counts.size === 0) return '';
  const lines = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([why, count]) => `${count} × ${why}`);
  return `Not measured:\n  ${lines.join('\n  ')}`;
}
