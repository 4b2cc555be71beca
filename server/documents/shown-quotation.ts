import { plainText } from './plain-text.ts';

/** A quotation as it is shown: without Markdown, the cells of a table row set apart by dashes. */
export function shownQuotation(quote: string): string {
  const row = /^\s*\|(.*)\|\s*$/.exec(quote)?.[1];
  const cells = row?.split(/(?<!\\)\|/).map((cell) => plainText(cell).trim());
  return cells ? cells.filter((cell) => cell !== '').join(' – ') : plainText(quote).trim();
}
