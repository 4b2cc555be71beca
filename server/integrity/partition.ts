import type { Document, Span } from '../documents/document.ts';
import { foldAccents } from '../language/tokenize.ts';

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
      sealed.push({ ...whole, ...home(document, { start: 0, end: document.text.length }) });
      continue;
    }
    const parts = document.kind === 'lesson' ? [] : solutionParts(document.text);
    open.push({ ...document, text: parts.reduce(blankOut, document.text) });
    for (const part of parts) {
      sealed.push({
        what: 'worked solution',
        reason: `under the heading “${part.heading}”`,
        ...home(document, part),
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
    ['blanks to fill', count(/_{4,}|…{3,}|\.{8,}/g) >= 3],
    ['a marking scheme', /\bbareme\b|\bmarking scheme\b/.test(folded)],
    ['points for questions', count(/\/\s?\d{1,3}\b|\b\d{1,2} (?:pts|points)\b/g) >= 4],
  ];
  return signs.filter(([, found]) => found).map(([sign]) => sign);
}

const solutionHeading =
  /^(?:solutions?(?: (?:proposee?s?|detaillee?s?|type|complete|possible|attendue|de l'exercice|exemple))?|corriges?(?: .*)?|correction(?: .*)?|elements de correction|reponses? attendues?|answer key|worked solution|model answer|sample solution)\b/;

/** Sections headed as a solution, up to the next heading of the same or a higher level. */
function solutionParts(text: string): (Span & { readonly heading: string })[] {
  const headings = [...text.matchAll(/^(#{1,6})[ \t]+(.+)$/gm)].map((match) => ({
    start: match.index,
    level: match[1]!.length,
    heading: match[2]!.replace(/[*_`]/g, '').trim(),
  }));
  return headings.flatMap(({ start, level, heading }, index) => {
    const bare = foldAccents(heading.toLowerCase()).replace(/^[^\p{L}]+/u, '');
    if (!solutionHeading.test(bare)) return [];
    const next = headings.slice(index + 1).find((other) => other.level <= level);
    return [{ start, end: next?.start ?? text.length, heading }];
  });
}

/** Keeps the line breaks, so that every other line stays where it was. */
const blankOut = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);

function home(
  { id, path, text, firstLine }: Document,
  { start, end }: Span,
): Pick<Sealed, 'documentId' | 'path' | 'lines'> {
  const linesTo = (offset: number) => text.slice(0, offset).split('\n').length - 1;
  const last = Math.max(start, end - 1);
  return { documentId: id, path, lines: [firstLine + linesTo(start), firstLine + linesTo(last)] };
}
