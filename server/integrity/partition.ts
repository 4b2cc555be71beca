import type { Document, Span } from '../documents/document.ts';
import type { Exam } from './exam/exam.ts';
import { chatParts } from './chat-parts.ts';
import { examForms } from './exam/exam-form.ts';
import { parseExam } from './exam/parse-exam.ts';
import { runAtOnce, type Steps } from './run-at-once.ts';
import { solutionParts } from './solution-parts.ts';

/** Why a document, or a part of one, was kept out of everything a student can reach. */
export type Sealed = {
  readonly documentId: string;
  readonly path: string;
  readonly what: 'exam' | 'worked solution' | 'chat';
  /** Whole documents name their kind or form, parts the heading under which they stand. */
  readonly reason: string;
  /** Lines of the file, from 1, both ends included. */
  readonly lines: readonly [number, number];
};

/** A worked solution as it was read; its text serves to recognise it, and is then let go. */
export type SealedSolution = {
  readonly document: Document;
  readonly text: string;
  /** False where it is a part of a document that stays open. */
  readonly whole: boolean;
};

export type Partition = {
  /** Documents that may be indexed; sealed parts are blank lines in their text. */
  readonly open: readonly Document[];
  readonly sealed: readonly Sealed[];
  readonly exams: readonly Exam[];
  readonly solutions: readonly SealedSolution[];
};

/** What becomes of one document. */
type Parted = {
  readonly open: Document | null;
  readonly sealed: readonly Sealed[];
  readonly exam?: Exam;
  readonly solutions?: readonly SealedSolution[];
};

/**
 * Parts the corpus in what may be indexed and what may not. Of an exam, recognised by its kind or by its form, the
 * items stay out and the rest is open; worked solutions stay out, whole documents by their kind, parts of an open
 * document by their heading.
 * @param released ids of the exams whose embargo is over: they are open as they are
 */
export function partition(
  documents: readonly Document[],
  released: ReadonlySet<string> = new Set(),
): Partition {
  return runAtOnce(partitionInSteps(documents, released));
}

/** {@link partition}, one document after another, so that other work can be done between them. */
export function* partitionInSteps(
  documents: readonly Document[],
  released: ReadonlySet<string> = new Set(),
): Steps<Partition> {
  const parted: Parted[] = [];
  for (const document of documents) {
    parted.push(partOne(document, released));
    yield;
  }
  return {
    open: parted.flatMap(({ open }) => open ?? []),
    sealed: parted.flatMap(({ sealed }) => sealed),
    exams: parted.flatMap(({ exam }) => exam ?? []),
    solutions: parted.flatMap(({ solutions }) => solutions ?? []),
  };
}

function partOne(document: Document, released: ReadonlySet<string>): Parted {
  if (released.has(document.id)) return { open: document, sealed: [] };
  if (document.kind === 'solution') {
    const sealed = sealWhole(document, 'worked solution', 'its kind is solution');
    // Its title says what it solves, which is open.
    const text = document.text.replace(/^#[^\n]*\n/m, '');
    return { ...sealed, solutions: [{ document, text, whole: true }] };
  }
  const why = examReason(document);
  return why === null ? partSolutions(document) : partExam(document, why);
}

function examReason({ kind, text, title }: Document): string | null {
  if (kind === 'exam') return 'its kind is exam';
  if (kind !== 'document') return null;
  const forms = examForms(title, text);
  return forms.length > 0 ? `it has the form of an exam: ${forms.join(', ')}` : null;
}

/** An exam whose items cannot be told apart stays out whole. */
function partExam(document: Document, why: string): Parted {
  const exam = parseExam(document);
  if (exam.items.length === 0) return { ...sealWhole(document, 'exam', why), exam };
  const lineOf = lineCounter(document);
  const sealed = exam.sealed.map(({ heading, doubt, ...span }) => {
    const under = heading === '' ? 'before the first heading' : `under the heading “${heading}”`;
    const doubtful = doubt ? ', in doubt, since it seems to ask something' : '';
    return {
      what: 'exam' as const,
      reason: `${under}${doubtful} (${why})`,
      ...home(document, lineOf, span),
    };
  });
  return { open: { ...document, text: blankOut(document.text, exam.sealed) }, sealed, exam };
}

function partSolutions(document: Document): Parted {
  const parts = solutionParts(document);
  const said = document.kind === 'lesson' ? [] : chatParts(document.text);
  const chat = said.filter(
    ({ start, end }) => !parts.some((part) => part.start < end && start < part.end),
  );
  const lineOf = lineCounter(document);
  const kept = [
    ...parts.map((part) => ({
      ...part,
      what: 'worked solution' as const,
      reason: `under the heading “${part.heading}”`,
    })),
    ...chat.map((part) => ({
      ...part,
      what: 'chat' as const,
      reason: 'words of a chatbot around a pasted text',
    })),
  ].sort((a, b) => a.start - b.start);
  return {
    open: { ...document, text: blankOut(document.text, kept) },
    sealed: kept.map((part) => ({
      what: part.what,
      reason: part.reason,
      ...home(document, lineOf, part),
    })),
    solutions: parts.map(({ start, end }) => ({
      document,
      text: document.text.slice(start, end),
      whole: false,
    })),
  };
}

function sealWhole(document: Document, what: Sealed['what'], reason: string): Parted {
  const whole = { start: 0, end: document.text.length };
  return {
    open: null,
    sealed: [{ what, reason, ...home(document, lineCounter(document), whole) }],
  };
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
