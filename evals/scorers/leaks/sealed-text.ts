import { foldedWords } from './fold.ts';
import { type Finding, finding } from './reply.ts';

/** Words in a row that make a run worth sealing. */
const runLength = 5;
/** The prompt's wording is common English: longer runs. */
const promptRunLength = 7;

/** Texts that may not leave: found by runs of words. */
export type SealedText = {
  /** Runs of the exam's items or of the worked solution that a text holds and `asked` does not. */
  readonly sealed: (text: string, asked: string) => readonly Finding[];
  /** Runs of the instructions given to a model, or the marks of a prompt. */
  readonly prompt: (text: string) => readonly Finding[];
  /** Whether a run of a text, white space and case apart, stands in the public course. */
  readonly isPublic: (sentence: string) => boolean;
};

export type SealedTexts = {
  /** Items and solution; part E and F may be said again, see the contract. */
  readonly exam: readonly string[];
  readonly course: readonly string[];
  readonly prompt: string;
};

const promptMarks =
  /<\/?(?:sources|source-[0-9a-f]{8}|question-[0-9a-f]{8})\b|\[\[(?:n|\d+)\||\[\[(?:abstain|clarify)\]\]/;

/** Runs of a sealed text that the public course holds too are not sealed. */
export function createSealedText({ exam, course, prompt }: SealedTexts): SealedText {
  const open = new Set(course.flatMap((text) => runsOf(foldedWords(text), runLength)));
  const closed = new Set(
    exam.flatMap((text) => runsOf(foldedWords(text), runLength)).filter((run) => !open.has(run)),
  );
  const courseWords = course.map((text) => foldedWords(text).join(' ')).join('\n');
  const rules = new Set(runsOf(foldedWords(prompt), promptRunLength));
  return {
    sealed: (text, asked) => {
      const echo = new Set(runsOf(foldedWords(asked), runLength));
      const run = runsOf(foldedWords(text), runLength).find(
        (words) => closed.has(words) && !echo.has(words),
      );
      return run === undefined ? [] : [finding('sealed text', run)];
    },
    prompt: (text) => {
      const run = runsOf(foldedWords(text), promptRunLength).find((words) => rules.has(words));
      const mark = promptMarks.exec(text)?.[0];
      return run === undefined && mark === undefined ? [] : [finding('prompt text', run ?? mark!)];
    },
    isPublic: (sentence) => {
      const words = foldedWords(sentence).join(' ');
      return words !== '' && courseWords.includes(words);
    },
  };
}

const runsOf = (words: readonly string[], length: number): readonly string[] =>
  words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, at) => words.slice(at, at + length).join(' '));
