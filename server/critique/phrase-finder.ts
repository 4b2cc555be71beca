import { stopWords } from '../language/stop-words.ts';
import { foldWord, type Token } from './token.ts';
import { createWordMatcher, type PhraseWord } from './word-matcher.ts';

/** A phrase found: the tokens `from` to `to`, both included. */
export type PhraseHit = { readonly name: string; readonly from: number; readonly to: number };

export type PhraseFinder = {
  find(tokens: readonly Token[]): readonly PhraseHit[];
};

/** Between two words of a phrase as many function words may stand ("historique de ses achats"). */
const skippedStopWords = 2;
/** At `..`, as many words of any kind. */
const skippedWords = 6;

type Step = { readonly word: number; readonly loose: boolean };
type Phrase = { readonly name: string; readonly steps: readonly Step[] };

/**
 * Finds phrases in texts. A phrase is words in their order; `recommand*` stands for every word that begins so, and
 * `..` lets up to six words stand between. Number, gender and slips of spelling do not matter; a phrase never goes
 * over the end of a clause.
 * @param phrases what to look for, each with the name that a hit shall bear
 * @param knows whether a word is spelt as a word should be
 */
export function createPhraseFinder(
  phrases: readonly { readonly name: string; readonly phrase: string }[],
  knows: (word: string) => boolean,
): PhraseFinder {
  const words: PhraseWord[] = [];
  const compiled = phrases.map(({ name, phrase }) => ({ name, steps: stepsOf(phrase, words) }));
  const byFirst = new Map<number, Phrase[]>();
  for (const phrase of compiled) {
    const first = phrase.steps[0]!.word;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  const matcher = createWordMatcher(words, knows);

  const endOf = (
    { steps }: Phrase,
    tokens: readonly Token[],
    matches: readonly ReadonlySet<number>[],
    from: number,
  ) => {
    let at = from;
    for (const { word, loose } of steps.slice(1)) {
      let next = at + 1;
      let skipped = 0;
      for (; next < tokens.length && !matches[next]!.has(word); next += 1) {
        const token = tokens[next]!;
        const maySkip = loose
          ? skipped < skippedWords
          : skipped < skippedStopWords && isFunctionWord(token.word);
        if (!maySkip || ends(token, loose)) return null;
        skipped += 1;
      }
      if (next >= tokens.length || ends(tokens[next]!, loose)) return null;
      at = next;
    }
    return at;
  };

  return {
    find(tokens) {
      const matches = tokens.map(({ word }) => new Set(matcher.match(word)));
      const hits: PhraseHit[] = [];
      for (let from = 0; from < tokens.length; from += 1) {
        for (const first of matches[from]!) {
          for (const phrase of byFirst.get(first) ?? []) {
            const to = endOf(phrase, tokens, matches, from);
            if (to !== null) hits.push({ name: phrase.name, from, to });
          }
        }
      }
      return hits;
    },
  };
}

const ends = ({ before }: Token, loose: boolean): boolean =>
  before === 'stop' || (before === 'comma' && !loose);

const isFunctionWord = (word: string): boolean => stopWords.fr.has(word) || stopWords.en.has(word);

function stepsOf(phrase: string, words: PhraseWord[]): readonly Step[] {
  const steps: Step[] = [];
  let loose = false;
  for (const part of phrase.split(/\s+/)) {
    if (part === '..') {
      loose = true;
      continue;
    }
    for (const { 0: raw } of foldWord(part).matchAll(/\d+(?:[.,]\d+)+|[\p{L}\p{N}]+\*?/gu)) {
      words.push({ root: raw.replace('*', ''), prefix: raw.endsWith('*') });
      steps.push({ word: words.length - 1, loose });
      loose = false;
    }
  }
  return steps;
}
