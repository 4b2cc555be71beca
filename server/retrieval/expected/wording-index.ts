import type { Analyzer } from '../../language/analyzer.ts';
import { formalWords } from '../../language/formal-words.ts';
import { type Form, formOf } from '../../language/question-forms.ts';
import type { ExpectedQuestion } from './expected-question.ts';

/** One wording of an expected question, cut into words. */
export type Wording = {
  /** Position of its question. */
  readonly question: number;
  /** Position among the wordings of its question. */
  readonly at: number;
  readonly form: Form;
  readonly tokens: readonly WordingToken[];
  /** Folded content words, joined. */
  readonly folded: string;
};

export type WordingToken = {
  readonly word: string;
  /** Stems in both languages: a question may mix them. */
  readonly stems: readonly string[];
};

/** A word of a wording: where it stands. */
export type Occurrence = { readonly wording: number; readonly token: number };

/** Every wording of every expected question, to be looked up by stem. */
export type WordingIndex = {
  readonly wordings: readonly Wording[];
  /** Per question, its wordings. */
  readonly byQuestion: readonly (readonly Wording[])[];
  readonly occurrences: ReadonlyMap<string, readonly Occurrence[]>;
  /** Stems by their first five letters, for families of words. */
  readonly families: ReadonlyMap<string, readonly string[]>;
  /** How much the best known of some stems tells: 1 for one that no question holds, near 0 for one of every question. */
  weightOf(stems: Iterable<string>): number;
};

/** Share of a word's weight that words of a question's form have ("différence", "étapes"). */
export const formalShare = 0.4;

/** Letters that words of one family share. */
export const familyLength = 5;

export function buildWordingIndex(
  questions: readonly ExpectedQuestion[],
  analyzer: Analyzer,
): WordingIndex {
  const wordings: Wording[] = [];
  const byQuestion: Wording[][] = questions.map(() => []);
  const occurrences = new Map<string, Occurrence[]>();
  const holders = new Map<string, Set<number>>();
  for (const [question, { asks }] of questions.entries()) {
    for (const [at, ask] of asks.entries()) {
      const tokens = tokensOf(ask, analyzer);
      const wording = wordings.length;
      const folded = tokens.map(({ word }) => word).join(' ');
      const one = { question, at, form: formOf(ask), tokens, folded };
      wordings.push(one);
      byQuestion[question]!.push(one);
      for (const [token, { stems }] of tokens.entries()) {
        for (const stem of stems) {
          push(occurrences, stem, { wording, token });
          holders.set(stem, (holders.get(stem) ?? new Set()).add(question));
        }
      }
    }
  }
  const families = new Map<string, string[]>();
  for (const stem of occurrences.keys()) {
    if (stem.length >= familyLength) push(families, stem.slice(0, familyLength), stem);
  }
  const most = Math.log(1 + questions.length);
  return {
    wordings,
    byQuestion,
    occurrences,
    families,
    weightOf(stems) {
      let held = 0;
      for (const stem of stems) held = Math.max(held, holders.get(stem)?.size ?? 0);
      return held === 0 || most === 0 ? 1 : Math.log(1 + questions.length / held) / most;
    },
  };
}

/** The content words of a text, each once, with their stems in both languages. */
export function tokensOf(text: string, analyzer: Analyzer): readonly WordingToken[] {
  const stemsByWord = new Map<string, Set<string>>();
  for (const { word, stem } of analyzer.analyze(text).tokens) {
    const stems =
      stemsByWord.get(word) ?? new Set([analyzer.stem(word, 'fr'), analyzer.stem(word, 'en')]);
    stemsByWord.set(word, stems.add(stem));
  }
  return [...stemsByWord].map(([word, stems]) => ({ word, stems: [...stems] }));
}

/** What the form of a question and the rarity of a word make of its weight. */
export const tokenWeight = ({ word, stems }: WordingToken, index: WordingIndex): number =>
  index.weightOf(stems) * (formalWords.has(word) ? formalShare : 1);

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
