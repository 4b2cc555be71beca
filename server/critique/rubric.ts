import { stopWords } from '../language/stop-words.ts';
import { tokensOf } from './token.ts';
import { createPhraseFinder, type PhraseFinder } from './phrase-finder.ts';
import { signsOf, type SignRule, type Task } from './task-schema.ts';

/** A task made ready to be compared with drafts. */
export type Rubric = {
  readonly task: Task;
  /** The text that sets the task; empty when the corpus has it not. */
  readonly statement: string;
  readonly signs: Readonly<Record<string, SignRule>>;
  /** Finds the phrases of all signs, by `any <sign>`, `under <sign>`, `subject` and `own`. */
  readonly phrases: PhraseFinder;
  /** Runs of {@link runLength} words of the statement: who copies them has not answered yet. */
  readonly statementRuns: ReadonlySet<string>;
  /** The same of content words. */
  readonly statementCore: ReadonlySet<string>;
};

/** Words in a row that are no coincidence. */
export const runLength = 5;

/**
 * @param statement the text that sets the task; empty when the corpus has it not
 * @param knows whether a word is spelt as a word should be
 */
export function createRubric(
  task: Task,
  statement: string,
  knows: (word: string) => boolean,
): Rubric {
  const signs = signsOf(task);
  const phrases = () => [
    ...Object.entries(signs).flatMap(([name, { any = [], under = [] }]) => [
      ...any.map((phrase) => ({ name: `any ${name}`, phrase })),
      ...under.map((phrase) => ({ name: `under ${name}`, phrase })),
    ]),
    ...task.subject.map((phrase) => ({ name: 'subject', phrase })),
    ...task.names.map((phrase) => ({ name: 'own', phrase })),
  ];
  // Made when the first draft of the task is read: a start makes a dozen rubrics, and few are needed at once.
  const finder = once(() => createPhraseFinder(phrases(), knows));
  const runs = once(() => new Set(runsOf(statement)));
  const core = once(() => new Set(coreRunsOf(wordsOf(statement))));
  return {
    ...{ task, statement, signs },
    get phrases() {
      return finder();
    },
    get statementRuns() {
      return runs();
    },
    get statementCore() {
      return core();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Every run of {@link runLength} words of a text, in order, each as one string. */
export function runsOf(text: string): readonly string[] {
  return runsOfWords(wordsOf(text));
}

/** The words of a text, folded. */
export const wordsOf = (text: string): readonly string[] =>
  tokensOf(text, { start: 0, end: text.length }).map(({ word }) => word);

/** {@link runsOf} for words that are cut already. */
export function runsOfWords(words: readonly string[]): readonly string[] {
  return words.slice(runLength - 1).map((_, at) => words.slice(at, at + runLength).join(' '));
}

/** Content words in a row by which a copied line is known even where the words between were changed. */
const coreLength = 3;

/** Every run of {@link coreLength} content words, function words left out. */
export function coreRunsOf(words: readonly string[]): readonly string[] {
  const content = words.filter((word) => !stopWords.fr.has(word) && !stopWords.en.has(word));
  return content.slice(coreLength - 1).map((_, at) => content.slice(at, at + coreLength).join(' '));
}
