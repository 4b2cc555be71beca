import type { Span } from '../../documents/document.ts';
import { foldAccents } from '../../language/tokenize.ts';
import { boldLevel, type Heading, headingsOf } from '../headings.ts';

/** A heading and what stands under it up to the next one. */
export type ExamSection = Span & {
  readonly heading: string;
  /** Where the text under the heading begins. */
  readonly body: number;
  /** Letter or number of the part it lies in; empty outside the parts. */
  readonly part: string;
  /** True where the heading itself opens a part. */
  readonly opensPart: boolean;
};

const partName =
  /^(?:partie|part|section|exercices?|exercises?|parte|epreuve|bloc)(?:\s+(?:n°\s*)?|(?=\d))([a-z]|[ivx]{1,4}|\d{1,2})(?![\p{L}\p{N}])/u;
/** A part announced by a line of plain text. */
const partLine =
  /^[ \t]{0,3}(?:\*\*|__)?(?:PARTIE|PART|PARTE|Partie|Part)\s+(?:[A-Z]|[IVX]{1,4}|\d{1,2})(?![\p{L}\p{N}]).{0,120}$/gmu;

/** The sections of an exam, in order, from end to end: what stands before the first heading is one without a heading. */
export function examSections(text: string): readonly ExamSection[] {
  const sections: ExamSection[] = [];
  let part = { label: '', level: 0 };
  const heads = sectionHeadings(text);
  const first = heads[0]?.start ?? text.length;
  if (first > 0) {
    sections.push({ start: 0, end: first, body: 0, heading: '', part: '', opensPart: false });
  }
  for (const [index, { start, level, heading }] of heads.entries()) {
    const end = heads[index + 1]?.start ?? text.length;
    const label = partLabel(heading);
    if (label !== '') part = { label, level };
    else if (level <= part.level) part = { label: '', level: 0 };
    const line = text.indexOf('\n', start);
    const body = line === -1 || line + 1 > end ? end : line + 1;
    sections.push({ start, end, body, heading, part: part.label, opensPart: label !== '' });
  }
  return sections;
}

/** Headings with `#` or underlined, and lines that announce a part in whatever form. */
function sectionHeadings(text: string): readonly Heading[] {
  const headings = headingsOf(text).filter(
    ({ level, heading }) => level < boldLevel || partLabel(heading) !== '',
  );
  const known = new Set(headings.map(({ start }) => start));
  const lines = [...text.matchAll(partLine)]
    .filter(({ index }) => !known.has(index))
    .map(({ 0: line, index }) => ({
      start: index,
      level: boldLevel,
      heading: line.replace(/[*_`]/g, '').trim(),
    }));
  return [...headings, ...lines].sort((a, b) => a.start - b.start);
}

const partLabel = (heading: string): string =>
  partName
    .exec(foldAccents(heading.toLowerCase()).replace(/^[^\p{L}]+/u, ''))?.[1]
    ?.toUpperCase() ?? '';
