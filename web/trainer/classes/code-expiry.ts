/**
 * The end of a day in the reader's time zone, as ISO 8601; `null` for no day.
 * @param day of a date field: `YYYY-MM-DD`, or empty
 */
export function endOfDay(day: string): string | null {
  const parts = /^(\d{4,6})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return null;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  return new Date(year, month - 1, date, 23, 59, 59).toISOString();
}

/** The day of a moment in the reader's time zone, as a date field wants it; empty for none. */
export function dayOf(moment: string | null): string {
  if (moment === null) return '';
  const at = new Date(moment);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Whether a moment is over. */
export const isOver = (moment: string, now: Date): boolean => new Date(moment) < now;
