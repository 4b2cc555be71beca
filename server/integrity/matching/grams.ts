import { fold } from './fold.ts';

/** Characters of a run. Four hold a root and survive a slip elsewhere in the word. */
const length = 4;

/** Runs of four characters of the folded words, a blank before and after each word. */
export function characterGrams(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const [word] of fold(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    const padded = ` ${word} `;
    if (padded.length <= length) grams.add(padded);
    for (let at = 0; at + length <= padded.length; at += 1)
      grams.add(padded.slice(at, at + length));
  }
  return grams;
}
