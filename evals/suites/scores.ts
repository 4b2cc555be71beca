import type { Score } from '../runs/run-row.ts';

/** A verdict as a score: 1 for yes. */
export const verdict = (metric: string, yes: boolean, evidence?: unknown): Score => ({
  metric,
  value: yes ? 1 : 0,
  ...(evidence !== undefined && { evidence }),
});

/** A measure as a score. */
export const measure = (metric: string, value: number, evidence?: unknown): Score => ({
  metric,
  value,
  ...(evidence !== undefined && { evidence }),
});

/** A metric that does not apply, and why: it enters no mean. */
export const notApplicable = (metric: string, naReason: string): Score => ({
  metric,
  value: null,
  naReason,
});
