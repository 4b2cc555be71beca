import { retentionLimits } from './retention-limits.ts';

/** A number of days that work may be kept, as it was typed; `null` for anything else. */
export function parseDays(text: string): number | null {
  const digits = /^\s*(\d{1,4})\s*$/.exec(text)?.[1];
  const days = Number(digits ?? Number.NaN);
  return days >= retentionLimits.least && days <= retentionLimits.most ? days : null;
}
