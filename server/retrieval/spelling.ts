import { characterGrams } from './keyword-index.ts';
import { documentFrequency, type Postings } from './postings.ts';

/** Suggests, for a word that the corpus does not hold, the word of the corpus that was probably meant. */
export type Speller = {
  /** True when the corpus holds the folded word. */
  knows(word: string): boolean;
  /** The stems of the corpus's words that fold to this one: "donnees" stems as "données" does. */
  stemsOf(word: string): readonly string[];
  /**
   * The nearest corpus word that the folded word is probably a slip of, the more frequent on a tie; else `null`.
   *
   * A wrong correction makes the tutor answer about another thing, so the rule is narrow: same first letter, no letter
   * more or less at the end (inflection is the stems' business), swaps and doubled letters before wrong letters, more
   * letters for more slips, and no word that the corpus hardly uses.
   */
  correct(word: string): string | null;
};

/** Words shorter than this have too many neighbours to be corrected. */
const minLength = 5;

/** What may be wrong in a word of a length, in the units of {@link editCost}: one slip, from 9 letters on two. */
const budgetOf = (length: number): number => (length >= 9 ? 4 : length >= 7 ? 3 : 2);

/** Passages that must hold the word meant: short words resemble ordinary ones by chance. */
function requiredPassages(length: number, passages: number): number {
  const wanted = length <= 5 ? 5 : 2;
  return Math.min(wanted, Math.max(1, Math.ceil(passages / 40)));
}

/** A speller over the words channel of an index and the stems of its words. */
export function createSpeller(
  words: Postings,
  forms: ReadonlyMap<string, readonly string[]> = new Map(),
): Speller {
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
    const budget = budgetOf(word.length);
    const required = requiredPassages(word.length, words.size);
    const candidates = new Set(
      characterGrams(word).flatMap((gram) => byGram.get(gram.slice(0, 3)) ?? []),
    );
    let best: { word: string; cost: number; frequency: number } | null = null;
    for (const candidate of candidates) {
      if (candidate[0] !== word[0] || Math.abs(candidate.length - word.length) > 1) continue;
      const frequency = documentFrequency(words, candidate);
      if (frequency < required || isInflection(word, candidate)) continue;
      const cost = editCost(word, candidate, budget);
      if (cost > budget) continue;
      if (!best || cost < best.cost || (cost === best.cost && frequency > best.frequency)) {
        best = { word: candidate, cost, frequency };
      }
    }
    return best?.word ?? null;
  };

  return {
    knows: (word) => words.terms.has(word),
    stemsOf: (word) => forms.get(word) ?? [],
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

/** One word is the other with letters added at its end, not only its last letter again. */
function isInflection(word: string, candidate: string): boolean {
  const [short, long] = word.length < candidate.length ? [word, candidate] : [candidate, word];
  return long.startsWith(short) && long !== short + short.at(-1)!;
}

const slip = 2;
const wrongLetter = 3;
const doubled = 1;
const extraLetterFrom = 7;

/**
 * What turning `word` into `candidate` costs: 1 for a letter doubled or not doubled, 2 for a letter left out, one too
 * many (in words of 7 letters on: shorter ones are too near to others) or two swapped, 3 for a wrong letter
 * (optimal string alignment distance, weighted). Gives `budget + 1` as soon as the cost must exceed `budget`.
 */
export function editCost(word: string, candidate: string, budget: number): number {
  const tooMany = word.length >= extraLetterFrom ? slip : budget + 1;
  let before: number[] = [];
  let last = [0];
  for (let column = 1; column <= candidate.length; column += 1) {
    last.push(
      last[column - 1]! + (candidate[column - 1] === candidate[column - 2] ? doubled : slip),
    );
  }
  for (let row = 1; row <= word.length; row += 1) {
    const a = word[row - 1];
    const remove = a === word[row - 2] ? doubled : tooMany;
    const current = [last[0]! + remove];
    for (let column = 1; column <= candidate.length; column += 1) {
      const b = candidate[column - 1];
      let cost = Math.min(
        last[column]! + remove,
        current[column - 1]! + (b === candidate[column - 2] ? doubled : slip),
        last[column - 1]! + (a === b ? 0 : wrongLetter),
      );
      if (row > 1 && a === candidate[column - 2] && word[row - 2] === b) {
        cost = Math.min(cost, before[column - 2]! + slip);
      }
      current.push(cost);
    }
    if (Math.min(...current) > budget) return budget + 1;
    before = last;
    last = current;
  }
  return Math.min(last[candidate.length]!, budget + 1);
}
