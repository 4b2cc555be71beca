import { foldAccents, tokenize } from '../../language/tokenize.ts';
import { runAtOnce, type Steps } from '../run-at-once.ts';

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

/** {@link solutionValuesInSteps} without a pause. */
export function createSolutionValues(
  solutions: readonly string[],
  publicTexts: readonly string[],
): SolutionValues {
  return runAtOnce(solutionValuesInSteps(solutions, publicTexts));
}

/** Collects the sealed pairs, one public text after another, so that other work can be done between them. */
export function* solutionValuesInSteps(
  solutions: readonly string[],
  publicTexts: readonly string[],
): Steps<SolutionValues> {
  const sealed = new Set<number>();
  const sealedFigures = new Set<string>();
  for (const text of solutions) {
    for (const line of text.split('\n')) {
      const figures = figuresOf(line);
      for (const figure of figures) sealedFigures.add(figure);
      for (const pair of pairsOf(figures, line)) sealed.add(pair);
    }
    yield;
  }
  for (const text of sealed.size > 0 ? publicTexts : []) {
    for (const line of text.split('\n')) {
      // Most lines hold no figure of a solution: their words need not be looked at.
      const figures = figuresOf(line).filter((figure) => sealedFigures.has(figure));
      for (const pair of pairsOf(figures, line)) sealed.delete(pair);
    }
    yield;
  }
  return {
    has(sentence) {
      const pairs = pairsOf(figuresOf(sentence), sentence);
      return pairs.filter((pair) => sealed.has(pair)).length >= minPairs;
    },
  };
}

/** The figures of a line, each once, as they are compared. */
function figuresOf(line: string): readonly string[] {
  if (!/\d/.test(line)) return [];
  const written = line.match(/\d{2,}(?:[.,]\d+)?\s?[kKM%]?|\d+(?:[.,]\d+\s?|\s?[%kM])(?:%|s\b)?/g);
  return [
    ...new Set(written?.map((figure) => figure.replace(/\s/g, '').replace(',', '.').toLowerCase())),
  ];
}

/** Each of the figures with each of the line's longer words. */
function pairsOf(figures: readonly string[], line: string): readonly number[] {
  if (figures.length === 0) return [];
  const roots = new Set(
    tokenize(line)
      .filter((word) => word.length >= rootLength && !/\d/.test(word))
      .map((word) => foldAccents(word).slice(0, rootLength)),
  );
  const pairs = new Set<number>();
  for (const figure of figures) for (const root of roots) pairs.add(hash(`${figure} ${root}`));
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
