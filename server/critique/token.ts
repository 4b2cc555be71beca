import { foldAccents, normalizeText } from '../language/tokenize.ts';

/** A word of a draft, as rubrics are compared with it. */
export type Token = {
  /** Lower case, accents folded. */
  readonly word: string;
  /** Offsets in the draft. */
  readonly start: number;
  readonly end: number;
  /** What stands before it: nothing that ends a clause, a comma, or something stronger. */
  readonly before: 'nothing' | 'comma' | 'stop';
};

/** Decimals are one word; "95%" is the word 95. */
const words = /\d+(?:[.,]\d+)+|[\p{L}\p{N}\p{M}]+/gu;
const stops = /[.;:!?|\n]|[-–—]\s|[-=]>|→/u;

/** The words of `text.slice(start, end)`; an apostrophe or a hyphen parts two words. */
export function tokensOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): readonly Token[] {
  const tokens: Token[] = [];
  let last = 0;
  const slice = text.slice(start, end);
  for (const { 0: word, index } of slice.matchAll(words)) {
    const between = tokens.length === 0 ? '' : slice.slice(last, index);
    last = index + word.length;
    tokens.push({
      word: foldWord(word),
      start: start + index,
      end: start + last,
      before: stops.test(between) ? 'stop' : between.includes(',') ? 'comma' : 'nothing',
    });
  }
  return tokens;
}

/** A word in lower case without accents. */
export const foldWord = (word: string): string => foldAccents(normalizeText(word));
