import { foldAccents } from '../../language/tokenize.ts';

/** Forms of a line of an exam. Patterns are tried on one line without its line break. */

const box = /\[ {0,3}[xX✓✔]? {0,3}\]|[☐□☑☒]/;
const boxes = new RegExp(box.source, 'g');

/** `1) …`, `1. …`, `A1. …`, `Question 1 : …`, `Q1 - …`, in bold or not: the number and what follows it. */
const numbered =
  /^\s{0,6}(?:[-*+]\s+)?(?:\*\*|__)?\s*(?:(?:question|item)\s*|[A-Z]\s?)?(\d{1,2})\s*(?:\*\*|__)?\s*[).:–—-]\s*(?:\*\*|__)?\s*(\S.*)$/i;
/** `**Cas A — Support interne**`, `Case 2: …`. */
const caseLine =
  /^\s{0,3}(?:#{1,6}\s+|[-*+]\s+)?(?:\*\*|__)?\s*(?:cas|case|mini-cas|situation|caso)\s+([A-Z]|\d{1,2})(?![\p{L}\p{N}])\s*(.*)$/iu;
/** `a) …`, `B. …`: an option, where the line before it asks. */
const lettered = /^\s{0,8}(?:[-*+]\s+)?(?:\*\*|__)?([a-hA-H])(?:\*\*|__)?\s*[).:]\s+(\S.*)$/;
const blank = /_{3,}|…{1,}|\.{4,}/;

export const hasBox = (line: string): boolean => box.test(line);
export const hasBlank = (line: string): boolean => blank.test(line);

export function readNumbered(line: string): { number: string; rest: string } | null {
  const found = numbered.exec(line);
  return found && { number: found[1]!, rest: found[2]! };
}

export function readCase(line: string): { number: string; rest: string } | null {
  const found = caseLine.exec(line);
  return found && { number: found[1]!.toUpperCase(), rest: found[2]! };
}

export const readLettered = (line: string): string | null => lettered.exec(line)?.[2] ?? null;

/** The options of a line with boxes: what stands after each. */
export const readBoxes = (line: string): readonly string[] =>
  line
    .split(boxes)
    .slice(1)
    .map(plain)
    .filter((option) => option !== '');

/** The cells of a table row; `null` for any other line and for the rule under the header. */
export function readRow(line: string): readonly string[] | null {
  const row = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
  if (row === undefined || /^[\s|:-]*$/.test(row)) return null;
  return row.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

/** A cell that is to be filled: empty, or blanks with at most a word in brackets after them. */
export const isBlankCell = (cell: string): boolean =>
  /^(?:_{2,}|…+|\.{2,}|\?+)?\s*(?:\([^)]*\))?$/.test(cell);

/** `→ V/F + 1 phrase`, `(vrai ou faux)`: the statement is to be judged. */
export const asksTruth = (text: string): boolean =>
  /(?<!\p{L})(?:v ?\/ ?f|vrai ?(?:\/|ou) ?faux|true ?(?:\/|or) ?false|t ?\/ ?f)(?!\p{L})/u.test(
    foldAccents(text.toLowerCase()).replace(/\*/g, ''),
  );

export const asksOrder = (text: string): boolean =>
  /(?<!\p{L})(?:ordres?|ordonne\w*|numerote\w*|classe[rz]|remett\w+ dans|chronolog\w+|order|sequence|rank|number the|orden\w*)(?!\p{L})/u.test(
    foldAccents(text.toLowerCase()),
  );

/** Words alone: Markdown marks, boxes, arrows and blanks away; the bold of a key goes with them. */
export function plain(text: string): string {
  return text
    .replace(boxes, ' ')
    .replace(/[*_`#>]+/g, (marks) => (/_{3,}/.test(marks) ? ' ' : ''))
    .replace(/→.*$/u, ' ')
    .replace(/\((?:\s*\/\s*\d+\s*(?:pts?|points?)?\s*)\)/gi, ' ')
    .replace(/[✅✔✓☑]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
