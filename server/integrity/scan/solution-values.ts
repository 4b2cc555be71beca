import { foldAccents, tokenize } from '../../language/tokenize.ts';

/**
 * The figures of worked solutions with the words they stand beside: a threshold gives a solution away in whatever
 * sentence it is put. Kept as numbers, like the sealed runs.
 */
export type SolutionValues = {
  /** True when a sentence holds at least two such pairs: a figure with two of its words, or two figures. */
  has(sentence: string): boolean;
};

const minPairs = 2;
/** Letters by which a word is known in its inflections. */
const rootLength = 5;

export function createSolutionValues(
  solutions: readonly string[],
  publicTexts: readonly string[],
): SolutionValues {
  const sealed = new Set(solutions.flatMap((text) => text.split('\n').flatMap(pairsOf)));
  for (const text of publicTexts) {
    for (const line of text.split('\n')) for (const pair of pairsOf(line)) sealed.delete(pair);
  }
  return {
    has: (sentence) => pairsOf(sentence).filter((pair) => sealed.has(pair)).length >= minPairs,
  };
}

/** Each figure of a line with each of its longer words. */
function pairsOf(line: string): readonly number[] {
  if (!/\d/.test(line)) return [];
  const figures = [
    ...line.matchAll(/\d{2,}(?:[.,]\d+)?\s?[kKM%]?|\d+(?:[.,]\d+\s?|\s?[%kM])(?:%|s\b)?/g),
  ].map(([figure]) => figure.replace(/\s/g, '').replace(',', '.').toLowerCase());
  const roots = tokenize(line)
    .filter((word) => word.length >= rootLength && !/\d/.test(word))
    .map((word) => foldAccents(word).slice(0, rootLength));
  const pairs = new Set<number>();
  for (const figure of new Set(figures)) {
    for (const root of new Set(roots)) pairs.add(hash(`${figure} ${root}`));
  }
  return [...pairs];
}

/** Two rounds of FNV-1a with different beginnings, as one number of 52 bits. */
function hash(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x01234567;
  for (let at = 0; at < text.length; at += 1) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x85ebca6b);
  }
  return (high >>> 12) * 0x1_0000_0000 + (low >>> 0);
}
