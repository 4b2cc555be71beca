/** A cell: text to the left, numbers to the right. */
export type Cell = string | number;

/** A plain table for the terminal: a rule under the head, two spaces between columns. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) =>
    Math.max(...cells.map((row) => (row[column] ?? '').length)),
  );
  const lines = cells.map((row) =>
    head
      .map((_, column) => {
        const text = row[column] ?? '';
        const width = widths[column]!;
        return column > 0 && /^[-+±≤≥\d.–—]/.test(text) ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** `.842`, as retrieval is reported; a dash for nothing. */
export const score = (value: number | null): string =>
  value === null ? '–' : value.toFixed(3).replace(/^0/, '');

/** `91.3 %`; a dash for nothing. */
export const percent = (share: number | null): string =>
  share === null ? '–' : `${(100 * share).toFixed(1)} %`;

/** Milliseconds with as many decimals as they deserve. */
export const ms = (value: number | null): string => {
  if (value === null) return '–';
  return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
};
