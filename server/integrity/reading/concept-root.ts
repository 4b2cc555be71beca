import { foldLetters } from './fold-letters.ts';
import { wordTokens } from './word-tokens.ts';

/** One or more words in a row by which a concept shows. */
export type Root = {
  readonly words: readonly { readonly text: string; readonly whole: boolean }[];
  /** Written in capitals, thus met in capitals only. */
  readonly capitals: boolean;
};

/** A word up to this length is whole in a phrase, and must end with "." alone. */
const shortWord = 3;

/**
 * Reads a root as the lexicon writes it: "nettoy" (the beginning of a word), "lit." (a whole word), "mise en ligne"
 * (a phrase), "DE" (capitals).
 * @returns null for a root without a word, with an article at an edge, or of one beginning of one or two letters
 */
export function parseRoot(written: string): Root | null {
  const capitals = /^\p{Lu}{2,}$/u.test(written);
  if (capitals) return { words: [{ text: written, whole: true }], capitals };
  const all = wordTokens(written);
  // "faire un." would be "faire" alone, and meet far more than its author meant.
  if (all[0]?.light !== false || all.at(-1)!.light) return null;
  const tokens = all.filter(({ light }) => !light);
  const words = tokens.map(({ raw, end }) => {
    const text = foldLetters(raw);
    const short = text.length <= shortWord && tokens.length > 1;
    return { text, whole: short || written.charAt(end) === '.' };
  });
  const [first] = words;
  if (first === undefined || (words.length === 1 && !first.whole && first.text.length < shortWord))
    return null;
  return { words, capitals };
}
