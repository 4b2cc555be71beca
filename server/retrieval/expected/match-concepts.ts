import { formalWords } from '../../language/formal-words.ts';
import { resembles, sameFamily } from '../../language/likeness.ts';
import type { Analyzer } from '../../language/analyzer.ts';
import type { Concept } from '../query.ts';
import { familyLength, formalShare, type WordingIndex } from './wording-index.ts';

/** What a word of the question counts when it is met by something other than itself. */
const strengths = { otherName: 0.95, family: 0.85, resemblance: 0.75, loose: 0.6 } as const;

/** Weight of a word that no expected question holds: an everyday word lacks little, a term much. */
const unknown = { ordinary: 0.55, particular: 1 } as const;

/** A word of the question as the expected questions may hold it. */
export type Sought = {
  readonly weight: number;
  /** False for everyday words, and for those of a question's form. */
  readonly particular: boolean;
  /** Stems that stand for it, and how well, 0 to 1. */
  readonly stems: ReadonlyMap<string, number>;
  /** Names of several stems, all of which must be there. */
  readonly phrases: readonly { readonly stems: readonly string[]; readonly strength: number }[];
};

/** Widens each concept of a question to the stems of the expected questions that can stand for it. */
export function seek(
  concepts: readonly Concept[],
  index: WordingIndex,
  analyzer: Analyzer,
): readonly Sought[] {
  return concepts.map(({ stem, word, otherNames, looseNames, weight }) => {
    const stems = new Map<string, number>();
    const phrases: { stems: readonly string[]; strength: number }[] = [];
    const add = (name: string, strength: number) =>
      stems.set(name, Math.max(stems.get(name) ?? 0, strength));
    const own = new Set([stem, analyzer.stem(word, 'fr'), analyzer.stem(word, 'en')]);
    for (const name of own) add(name, 1);
    const addNames = (names: readonly (readonly string[])[], strength: number) => {
      for (const name of names) {
        if (name.length === 1) add(name[0]!, strength);
        else if (name.length > 1) phrases.push({ stems: name, strength });
      }
    };
    addNames(otherNames, strengths.otherName);
    addNames(looseNames, strengths.loose);
    for (const name of own) addFamily(name, index, add);
    const held = [...stems.keys()].some((name) => index.occurrences.has(name));
    if (!held) addLookalikes(word, index, add);
    const formal = formalWords.has(word);
    const known = [...stems.keys()].filter((name) => index.occurrences.has(name));
    const rarity =
      known.length > 0
        ? index.weightOf([...own].some((name) => index.occurrences.has(name)) ? own : known)
        : looseNames.length > 0
          ? unknown.ordinary
          : unknown.particular;
    return {
      weight: weight * rarity * (formal ? formalShare : 1),
      particular: !formal && looseNames.length === 0,
      stems,
      phrases,
    };
  });
}

type Add = (name: string, strength: number) => void;

function addFamily(name: string, { families }: WordingIndex, add: Add): void {
  if (name.length < familyLength) return;
  for (const relative of families.get(name.slice(0, familyLength)) ?? []) {
    if (relative !== name && sameFamily(relative, name)) add(relative, strengths.family);
  }
}

/** Only for a word that no question holds in any form: it is probably a slip. */
function addLookalikes(word: string, { occurrences }: WordingIndex, add: Add): void {
  for (const stem of occurrences.keys()) {
    if (stem[0] === word[0] && resembles(stem, word)) add(stem, strengths.resemblance);
  }
}

/** How well some stems name a word of the question, 0 to 1. */
export function nameIn({ stems, phrases }: Sought, held: { has(stem: string): boolean }): number {
  let best = 0;
  for (const [stem, strength] of stems) if (strength > best && held.has(stem)) best = strength;
  for (const phrase of phrases) {
    if (phrase.strength > best && phrase.stems.every((stem) => held.has(stem)))
      best = phrase.strength;
  }
  return best;
}
