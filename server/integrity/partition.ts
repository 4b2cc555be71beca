import type { Document, Span } from '../documents/document.ts';
import { foldAccents } from '../language/tokenize.ts';
import { solutionParts } from './solution-parts.ts';

/** Why a document, or a part of one, was kept out of everything a student can reach. */
export type Sealed = {
  readonly documentId: string;
  readonly path: string;
  readonly what: 'exam' | 'worked solution';
  /** Whole documents name their kind or form, parts the heading under which they stand. */
  readonly reason: string;
  /** Lines of the file, from 1, both ends included. */
  readonly lines: readonly [number, number];
};

export type Partition = {
  /** Documents that may be indexed; sealed parts are blank lines in their text. */
  readonly open: readonly Document[];
  readonly sealed: readonly Sealed[];
};

/**
 * Parts the corpus in what may be indexed and what may not: exams and worked solutions stay out, whole documents by
 * their kind or, without front matter, by their form; worked solutions inside an open document by their heading.
 */
export function partition(documents: readonly Document[]): Partition {
  const open: Document[] = [];
  const sealed: Sealed[] = [];
  for (const document of documents) {
    const whole = wholeSeal(document);
    if (whole) {
      sealed.push({
        ...whole,
        ...home(document, lineCounter(document), { start: 0, end: document.text.length }),
      });
      continue;
    }
    const parts = solutionParts(document);
    open.push({ ...document, text: blankOut(document.text, parts) });
    const lineOf = lineCounter(document);
    for (const part of parts) {
      sealed.push({
        what: 'worked solution',
        reason: `under the heading “${part.heading}”`,
        ...home(document, lineOf, part),
      });
    }
  }
  return { open, sealed };
}

function wholeSeal({ kind, text, title }: Document): Pick<Sealed, 'what' | 'reason'> | null {
  if (kind === 'exam') return { what: 'exam', reason: 'its kind is exam' };
  if (kind === 'solution') return { what: 'worked solution', reason: 'its kind is solution' };
  if (kind !== 'document') return null;
  const signs = examSigns(`${title}\n${text}`);
  return signs.length >= minSigns
    ? { what: 'exam', reason: `it has the form of an exam: ${signs.join(', ')}` }
    : null;
}

const minSigns = 2;

/** Forms that exams have and courses have not; two of them make a document an exam. */
function examSigns(text: string): string[] {
  const folded = foldAccents(text.toLowerCase());
  const count = (pattern: RegExp) => folded.match(pattern)?.length ?? 0;
  const signs: readonly (readonly [string, boolean])[] = [
    [
      'the word “examen”',
      /^[^\n]{0,20}\b(?:examen|partiel|controle continu|exam|quiz|devoir surveille)\b/m.test(
        folded,
      ),
    ],
    ['boxes to tick', count(/\[ {0,3}\]/g) + count(/[☐□]/g) >= 4],
    // Not the underscores of a horizontal rule, nor the dots of a table of contents.
    ['blanks to fill', count(/^(?!\s*_+\s*$).*?(?:_{4,}|…{3,}|\.{8,})(?!\s*\d+\s*$)/gm) >= 3],
    ['a marking scheme', /\bbareme\b|\bmarking scheme\b/.test(folded)],
    // “/20”, not the “/02” of a date or the “/24” of a network.
    [
      'points for questions',
      count(/(?<![\p{L}\p{N}./])\/ ?\d{1,3}\b(?![/.\d])|\b\d{1,2} (?:pts|points)\b/gu) >= 4,
    ],
  ];
  return signs.filter(([, found]) => found).map(([sign]) => sign);
}

/** Keeps the line breaks, so that every other line stays where it was. */
function blankOut(text: string, parts: readonly Span[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of parts) {
    kept += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return kept + text.slice(at);
}

/** The line of the file of offsets that are asked for in ascending order; each line break is counted once. */
function lineCounter({ text, firstLine }: Document): (offset: number) => number {
  let line = firstLine;
  let next = text.indexOf('\n');
  return (offset) => {
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  };
}

function home(
  { id, path }: Document,
  lineOf: (offset: number) => number,
  { start, end }: Span,
): Pick<Sealed, 'documentId' | 'path' | 'lines'> {
  const first = lineOf(start);
  return { documentId: id, path, lines: [first, lineOf(Math.max(start, end - 1))] };
}
