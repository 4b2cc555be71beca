import type { Document, Span } from '../../documents/document.ts';
import { foldAccents } from '../../language/tokenize.ts';
import type { Exam, ExamItem } from './exam.ts';
import { type ExamSection, examSections } from './exam-sections.ts';
import { headingSpan } from '../headings.ts';
import { readNumbered } from './item-lines.ts';
import { readItems } from './read-items.ts';

/** Headings under which answers stand, in whatever form. */
const givesAnswers =
  /corrige|correction|solution|(?<!\p{L})(?:reponses?|answers?|cles?|keys?|aide[ -]?memoire|antiseche|cheat ?sheet|respuestas?)(?!\p{L})/u;
/** Words to answers, one a line: `**API rapide** → ML Engineer`. */
const arrowLine = /^\s*[-*+]?\s*\S.*(?:→|⇒|=>|->)\s*\S/;
const minArrows = 3;

/**
 * Parts an exam by its form. Open: what stands before the first item of a part (title, instructions, points), and
 * sections without items (reminders, vocabulary, duration, marking scheme). Sealed: the items with all that follows
 * them in their section, lists that lead from words to answers, sections headed as answers, and, in doubt, any other
 * section that asks something.
 */
export function parseExam(document: Document): Exam {
  const { text } = document;
  const items: ExamItem[] = [];
  const sealed: { -readonly [K in keyof Exam['sealed'][number]]: Exam['sealed'][number][K] }[] = [];
  const publicHeadings: (Span & { heading: string })[] = [];
  for (const section of examSections(text)) {
    const { heading, body, end, start } = section;
    const seal = (from: number, doubt: boolean) =>
      sealed.push({ start: from, end: trimmedEnd(text, from, end), heading, doubt });
    if (givesAnswers.test(foldAccents(heading.toLowerCase())) || mapsWords(text, section)) {
      seal(body, false);
      continue;
    }
    const found = readItems(text, section, section.part !== '');
    if (found) {
      items.push(...withoutRepeats(found.items, items));
      seal(found.from, false);
    } else if (
      section.part !== '' &&
      text.slice(body, end).trim() !== '' &&
      !isIntroduction(text, section)
    ) {
      seal(body, true);
      const stem = text
        .slice(body, end)
        .replace(/[*_`#>]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      items.push({
        id: section.part,
        part: section.part,
        number: '',
        kind: 'open',
        stem,
        options: [],
      });
    } else if (asksSomething(text.slice(body, end))) {
      seal(body, true);
    } else if (heading !== '') {
      publicHeadings.push({ ...headingSpan(text, start), heading });
    }
  }
  return { document, items, sealed, publicHeadings };
}

const mapsWords = (text: string, { body, end }: ExamSection): boolean => {
  const lines = text.slice(body, end).split('\n');
  return (
    lines.filter((line) => arrowLine.test(line) && !/\[ *\]/.test(line) && !/V ?\/ ?F/.test(line))
      .length >= minArrows
  );
};

/** A part that only announces its sub-sections, or says how it is graded. */
const isIntroduction = (text: string, { body, end, opensPart }: ExamSection): boolean =>
  opensPart &&
  !text
    .slice(body, end)
    .split('\n')
    .some((line) => line.includes('?') || readNumbered(line) !== null);

/** Outside the parts: a list or a numbered line that asks. */
const asksSomething = (body: string): boolean =>
  /^\s*(?:[-*+]|\d{1,2}\s*[).])\s.*\?\s*$/m.test(body);

/** An id that stands twice (two exams in one file) is told apart by a number behind it. */
function withoutRepeats(found: readonly ExamItem[], known: readonly ExamItem[]): ExamItem[] {
  const ids = new Set(known.map(({ id }) => id));
  return found.map((item) => {
    let id = item.id;
    for (let copy = 2; ids.has(id); copy += 1) id = `${item.id}-${copy}`;
    ids.add(id);
    return { ...item, id };
  });
}

/** White space and rules at the end of a section are no secret; left open they keep the parts of a page apart. */
function trimmedEnd(text: string, from: number, end: number): number {
  const kept = text.slice(from, end).replace(/(?:\s|(?<=\n[ \t]{0,3})-{3,})+$/, '');
  return from + kept.length;
}
