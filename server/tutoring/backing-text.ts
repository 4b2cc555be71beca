/** A row of a table, or a list item that opens with the bold name of what it speaks of. */
const labelled = /^\s*(?:\||(?:[-*+]|\d+[.)])\s+\*\*)/;

/**
 * What backs a claim that quotes `text.slice(start, end)`: the quotation, or the whole row or labelled item around it,
 * because a cell says what is done, and only its row says by whom.
 * @param start offset in UTF-16 code units
 * @param end the same, exclusive
 */
export function backingText(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  const lines = text.slice(from, to === -1 ? text.length : to);
  return labelled.test(lines) ? lines : text.slice(start, end);
}
