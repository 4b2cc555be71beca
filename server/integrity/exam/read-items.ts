import type { ExamItem } from './exam.ts';
import type { ExamSection } from './exam-sections.ts';
import {
  asksOrder,
  asksTruth,
  hasBlank,
  hasBox,
  isBlankCell,
  plain,
  readBoxes,
  readCase,
  readLettered,
  readNumbered,
  readRow,
} from './item-lines.ts';

/** The items of a section, and where the first one begins. */
export type SectionItems = { readonly items: readonly ExamItem[]; readonly from: number };

type Line = { readonly text: string; readonly start: number };
type Raw = {
  readonly number: string;
  readonly start: number;
  readonly form: 'numbered' | 'case' | 'row' | 'list';
  readonly lines: string[];
};

/**
 * Reads the items under a heading by their form; `null` when nothing there looks like one.
 * @param inPart true inside a part of the exam, where a numbered line is an item even without boxes or blanks
 */
export function readItems(
  text: string,
  section: ExamSection,
  inPart: boolean,
): SectionItems | null {
  const lines = linesOf(text, section);
  const rows = tableItems(lines);
  const others = rows.length > 0 ? lines.filter(({ text: line }) => readRow(line) === null) : lines;
  const raw = [...rows, ...blockItems(others, inPart)].sort((a, b) => a.start - b.start);
  const [first] = raw;
  if (!first) return null;
  const asked = `${section.heading}\n${text.slice(section.body, first.start)}`;
  const listed = raw.filter(({ form }) => form === 'list');
  const items = raw.filter(({ form }) => form !== 'list').map((one) => toItem(one, section, asked));
  return {
    items: [...(listed.length > 0 ? [listItem(listed, section, asked)] : []), ...items],
    from: first.start,
  };
}

function linesOf(text: string, { body, end }: ExamSection): readonly Line[] {
  return [...text.slice(body, end).matchAll(/[^\n]*(?:\n|$)/g)]
    .filter(([line]) => line.trim() !== '')
    .map(({ 0: line, index }) => ({ text: line.replace(/\n$/, ''), start: body + index }));
}

/** A table in which cells are left to fill: one item a row, from its header on. */
function tableItems(lines: readonly Line[]): readonly Raw[] {
  const rows = lines.flatMap((line) => {
    const cells = readRow(line.text);
    return cells ? [{ line, cells }] : [];
  });
  const open = rows.filter(({ cells }) => cells.length > 1 && cells.some(isBlankCell));
  return open.map(({ line, cells }, index) => {
    const [first = ''] = cells.filter((cell) => !isBlankCell(cell));
    const numbered = readNumbered(first);
    return {
      number: numbered?.number ?? String(index + 1),
      start: index === 0 ? rows[0]!.line.start : line.start,
      form: 'row' as const,
      lines: [numbered?.rest ?? first, ...cells.filter((cell) => cell !== first)],
    };
  });
}

/** Items that begin with a number, a case, or are one list of boxes. */
function blockItems(lines: readonly Line[], inPart: boolean): readonly Raw[] {
  const raw: Raw[] = [];
  for (const { text, start } of lines) {
    if (/^\s*(?:-{3,}|\*{3,}|`{3,})\s*$/.test(text)) continue;
    const asCase = readCase(text);
    const asNumber = asCase ? null : readNumbered(text);
    const head = asCase ?? asNumber;
    const last = raw.at(-1);
    if (head) {
      const form = asCase ? ('case' as const) : ('numbered' as const);
      raw.push({ number: head.number, start, form, lines: [head.rest] });
    } else if (last && last.form !== 'list') last.lines.push(text);
    else if (/^\s*[-*+]?\s*(?:\[ ?[xX]? ?\]|[☐□☑☒])/.test(text)) {
      raw.push({ number: String(raw.length + 1), start, form: 'list', lines: [text] });
    }
  }
  const all = raw.flatMap((one) => one.lines);
  const hasForm = all.some((line) => hasBox(line) || hasBlank(line) || asksTruth(line));
  const lettered = all.filter((line) => readLettered(line) !== null).length >= 3;
  return inPart || hasForm || lettered ? raw : [];
}

function toItem(raw: Raw, { part }: ExamSection, asked: string): ExamItem {
  const { number, form, lines } = raw;
  if (form === 'row') {
    const printed = lines
      .slice(1)
      .map((cell) => plain(cell).replace(/^[\s…._]+/u, ''))
      .filter((cell) => /\p{L}/u.test(cell));
    const stem = plain(lines[0] ?? '');
    return { id: itemId(part, number), part, number, kind: 'row', stem, options: printed };
  }
  const boxed = lines.flatMap(readBoxes);
  const lettered = lines.slice(1).flatMap((line) => readLettered(line) ?? []);
  const options = boxed.length > 1 ? boxed : lettered.length > 1 ? lettered.map(plain) : [];
  const stem = plain(
    lines
      .filter((line) => !hasBox(line) && (lettered.length < 2 || readLettered(line) === null))
      .map((line) => (hasBlank(line) ? '' : line))
      .join(' '),
  ).replace(/^[\s—–:-]+/u, '');
  const kind =
    form === 'case'
      ? 'case'
      : options.length > 1
        ? 'choice'
        : asksTruth(`${asked}\n${lines.join(' ')}`)
          ? 'truth'
          : lines.some(hasBlank)
            ? 'case'
            : 'open';
  return { id: itemId(part, number), part, number, kind, stem, options };
}

/** A list of boxes without numbers: steps to put in order, or one question with several answers. */
function listItem(raw: readonly Raw[], { part }: ExamSection, asked: string): ExamItem {
  const options = raw.map(({ lines }) => plain(lines.join(' ').replace(/^\s*[-*+]\s*/, '')));
  const isOrder = asksOrder(asked);
  return {
    id: part === '' ? 'Q1' : part,
    part,
    number: '',
    kind: isOrder ? 'order' : 'choice',
    // What stands above a list is open.
    stem: '',
    options: isOrder ? options.toSorted((a, b) => (a < b ? -1 : 1)) : options,
  };
}

/** `A7`, `DB`; `2.3` in a part with a number; `Q3` without a part. */
const itemId = (part: string, number: string): string =>
  part === '' ? `Q${number}` : /\d$/.test(part) ? `${part}.${number}` : `${part}${number}`;
