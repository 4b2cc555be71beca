import { plainText } from '../documents/plain-text.ts';
import { shownQuotation } from '../documents/shown-quotation.ts';

/** Longest preview of a passage, in UTF-16 code units. */
const snippetLength = 300;

/** The beginning of a passage on one line: without the headings that stand above it, and with tables as sentences. */
export const passageSnippet = (text: string): string =>
  shorten(tablesAsText(withoutHeadings(text)));

/** A passage without the headings that it begins with: they are named above it. Of one that holds nothing else, they are kept. */
function withoutHeadings(text: string): string {
  const rest = text.replace(/^(?:\s*#{1,6} [^\n]*(?:\n|$))+/, '');
  return rest.trim() === '' ? text : rest;
}

const row = /^\s*\|.*\|\s*$/;
/** The line under the head of a table: `|---|:--:|`. */
const underHead = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

/** The rows of a table one after the other, their cells set apart; the head names columns that are no longer seen. */
function tablesAsText(markdown: string): string {
  const parts: string[] = [];
  let text: string[] = [];
  let rows: string[] = [];
  const flush = () => {
    if (rows.length > 0) parts.push(`${rows.map(shownQuotation).join(' ; ')}.`);
    if (text.length > 0) parts.push(plainText(text.join('\n')));
    [text, rows] = [[], []];
  };
  const lines = markdown.split('\n');
  for (const [at, line] of lines.entries()) {
    const isRow = row.test(line);
    if (isRow !== rows.length > 0) flush();
    if (!isRow) text.push(line);
    else if (!underHead.test(line) && !underHead.test(lines[at + 1] ?? '')) rows.push(line);
  }
  flush();
  return parts.join('\n');
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= snippetLength) return flat;
  const cut = flat.lastIndexOf(' ', snippetLength - 1);
  return `${flat.slice(0, cut > 0 ? cut : snippetLength - 1).toWellFormed()}…`;
}
