import { characterGrams } from './keyword-index.ts';
import { documentFrequency, type Postings } from './postings.ts';

/** Suggests, for a word that the corpus does not hold, the word of the corpus that was probably meant. */
export type Speller = {
  /** True when the corpus holds the folded word. */
  knows(word: string): boolean;
  /** The most frequent corpus word within one edit (two from 8 letters on), same first letter; else `null`. */
  correct(word: string): string | null;
};

/** Words shorter than this have too many neighbours to be corrected. */
const minLength = 4;
const lengthForTwoEdits = 8;

/** A speller over the words channel of an index. */
export function createSpeller(words: Postings): Speller {
  const byGram = new Map<string, string[]>();
  for (const word of words.terms.keys()) {
    if (word.length < minLength - 1 || /\p{N}/u.test(word)) continue;
    for (const gram of new Set(characterGrams(word).map((gram) => gram.slice(0, 3)))) {
      const list = byGram.get(gram);
      if (list) list.push(word);
      else byGram.set(gram, [word]);
    }
  }
  const cache = new Map<string, string | null>();

  const search = (word: string): string | null => {
    const allowed = word.length >= lengthForTwoEdits ? 2 : 1;
    const candidates = new Set(
      characterGrams(word).flatMap((gram) => byGram.get(gram.slice(0, 3)) ?? []),
    );
    let best: { word: string; edits: number; frequency: number } | null = null;
    for (const candidate of candidates) {
      if (candidate[0] !== word[0] || Math.abs(candidate.length - word.length) > allowed) continue;
      const edits = editDistance(word, candidate, allowed);
      if (edits > allowed) continue;
      const frequency = documentFrequency(words, candidate);
      if (!best || edits < best.edits || (edits === best.edits && frequency > best.frequency)) {
        best = { word: candidate, edits, frequency };
      }
    }
    return best?.word ?? null;
  };

  return {
    knows: (word) => words.terms.has(word),
    correct(word) {
      if (word.length < minLength || /\p{N}/u.test(word) || words.terms.has(word)) return null;
      const known = cache.get(word);
      if (known !== undefined) return known;
      const found = search(word);
      if (cache.size > 10_000) cache.clear();
      cache.set(word, found);
      return found;
    },
  };
}

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours each cost 1.
 * Gives `limit + 1` as soon as the distance must exceed `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, before[column - 2]! + 1);
      }
      current.push(cost);
    }
    if (Math.min(...current) > limit) return limit + 1;
    before = last;
    last = current;
  }
  return last[b.length]!;
}
