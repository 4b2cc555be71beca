import { isCollection, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type PlainList, readPlainQuestions } from './plain-questions.ts';

/** One entry of a questions file as it is written. */
export type WrittenQuestion = {
  readonly ask: readonly string[];
  readonly quote: readonly WrittenQuotation[];
};

/** A quotation with its line in the file, from 1. */
export type WrittenQuotation = { readonly text: string; readonly line: number };

/** What a questions file says; `problems` name the line and do not stop the rest. */
export type QuestionsFile = {
  /** Id of the document that is asked about; `null` when the file does not say it. */
  readonly documentId: string | null;
  readonly questions: readonly WrittenQuestion[];
  readonly problems: readonly string[];
};

/** Long enough for any question, short enough that a paragraph pasted by mistake is noticed, in UTF-16 code units. */
const longestWording = 300;
const longestQuotation = 1_500;

const top = z.strictObject({
  document: z.string().trim().min(1),
  questions: z.array(z.unknown()).min(1),
});

const entry = z.strictObject({
  ask: z.array(z.string().trim().min(2).max(longestWording)).min(1),
  quote: z.array(z.string().trim().min(2).max(longestQuotation)).min(1),
});

/** Reads `questions/<document>.yaml`; entries that are wrong are left out and named by their line. */
export function parseQuestionsFile(source: string): QuestionsFile {
  const plain = readPlainQuestions(source);
  if (!plain) return parseYaml(source);
  const found: Found = { questions: [], problems: [] };
  for (const lists of plain.questions) {
    const valuesOf = ({ items }: PlainList) => items.map(({ value }) => value);
    const raw = { ask: valuesOf(lists.ask), quote: valuesOf(lists.quote) };
    addEntry(found, raw, ([key, position]) => {
      const { items, line } = lists[key === 'quote' ? 'quote' : 'ask'];
      return items[Number(position)]?.line ?? line;
    });
  }
  return { documentId: plain.document, ...found };
}

function parseYaml(source: string): QuestionsFile {
  const lines = new LineCounter();
  const yaml = parseDocument(source, { lineCounter: lines });
  const [fault] = yaml.errors;
  if (fault) {
    const { line } = lines.linePos(fault.pos[0]);
    const [message] = fault.message.split(/ at line|\n/);
    return nothing(
      `line ${line}: it is not valid YAML (${message}); put texts in double quotes and check the indentation.`,
    );
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = yaml.getIn(path.slice(0, length), true);
      const range = (node as { range?: readonly number[] } | null | undefined)?.range;
      if (range) return lines.linePos(range[0]!).line;
    }
    return 1;
  };
  if (!isCollection(yaml.contents)) return nothing(shape(1));
  const whole = top.safeParse(yaml.toJS());
  if (!whole.success) return nothing(shape(lineOf(whole.error.issues[0]!.path)));
  const found: Found = { questions: [], problems: [] };
  for (const [index, raw] of whole.data.questions.entries()) {
    addEntry(found, raw, (path) => lineOf(['questions', index, ...path]));
  }
  return { documentId: whole.data.document, ...found };
}

type Found = { readonly questions: WrittenQuestion[]; readonly problems: string[] };

function addEntry(
  { questions, problems }: Found,
  raw: unknown,
  lineOf: (path: readonly PropertyKey[]) => number,
): void {
  const parsed = entry.safeParse(raw);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    problems.push(
      `line ${lineOf(path)}: ${path.join('.') || 'the entry'} is wrong (${message}); an entry has a list "ask" of wordings and a list "quote" of quotations.`,
    );
    return;
  }
  const { ask, quote } = parsed.data;
  questions.push({
    ask,
    quote: quote.map((text, position) => ({ text, line: lineOf(['quote', position]) })),
  });
}

const nothing = (problem: string): QuestionsFile => ({
  documentId: null,
  questions: [],
  problems: [problem],
});

const shape = (line: number): string =>
  `line ${line}: it needs "document", the id of a document, and "questions", a list of entries with "ask" and "quote".`;
