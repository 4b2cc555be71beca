import type { Analyzer } from '../../language/analyzer.ts';
import { formalWords } from '../../language/formal-words.ts';
import { resembles, sameFamily } from '../../language/likeness.ts';
import type { Concept } from '../query.ts';
import type { TermWeights } from '../term-weights.ts';

/** What a word of the question counts when it is met by something other than itself. */
const strengths = { otherName: 0.95, family: 0.85, resemblance: 0.75, loose: 0.6 } as const;

/** Weight of a word that no expected question holds: an everyday word lacks little, a term much. */
const unheld = { ordinary: 0.55, particular: 1 } as const;

/** Share of a word's weight that words of a question's form have ("différence", "étapes"). */
const formalShare = 0.4;

/** Shortest stem that can have a family, in letters. */
const shortestFamily = 5;

/** A word of the question, with all that can stand for it. */
export type Sought = {
  readonly weight: number;
  /** False for everyday words, and for those of a question's form. */
  readonly particular: boolean;
  readonly word: string;
  /** Its own stems and its other names. */
  readonly names: ReadonlyMap<string, number>;
  /** Names of several stems, all of which must be there. */
  readonly phrases: readonly { readonly stems: readonly string[]; readonly strength: number }[];
  /** False when no expected question holds any of its names: it may be a slip. */
  readonly known: boolean;
};

/** Reads the concepts of a question for being compared with expected ones. */
export function seek(
  concepts: readonly Concept[],
  weights: TermWeights,
  analyzer: Analyzer,
): readonly Sought[] {
  return concepts.map(({ stem, word, otherNames, looseNames, weight }) => {
    const own = new Set([stem, analyzer.stem(word, 'fr'), analyzer.stem(word, 'en')]);
    const names = new Map<string, number>();
    const phrases: { stems: readonly string[]; strength: number }[] = [];
    const add = (some: readonly (readonly string[])[], strength: number) => {
      for (const stems of some) {
        const [only] = stems;
        if (stems.length > 1) phrases.push({ stems, strength });
        else if (only !== undefined) names.set(only, Math.max(names.get(only) ?? 0, strength));
      }
    };
    add(
      [...own].map((name) => [name]),
      1,
    );
    add(otherNames, strengths.otherName);
    add(looseNames, strengths.loose);
    const held = (some: Iterable<string>) => [...some].filter((name) => weights.holds(name));
    const first = held(own);
    const known = first.length > 0 ? first : held(names.keys());
    const ordinary = looseNames.length > 0;
    const rarity =
      known.length > 0
        ? Math.min(...known.map((name) => weights.weightOf(name)))
        : ordinary
          ? unheld.ordinary
          : unheld.particular;
    const formal = formalWords.has(word);
    return {
      weight: weight * rarity * (formal ? formalShare : 1),
      particular: !formal && !ordinary,
      ...{ word, names, phrases, known: known.length > 0 },
    };
  });
}

/** How well some stems name a word of the question, 0 to 1. */
export function strengthIn(sought: Sought, held: ReadonlySet<string>): number {
  let best = 0;
  for (const [name, strength] of sought.names) {
    if (strength > best && held.has(name)) best = strength;
  }
  for (const { stems, strength } of sought.phrases) {
    if (strength > best && stems.every((stem) => held.has(stem))) best = strength;
  }
  if (best >= strengths.family) return best;
  for (const stem of held) {
    if (best < strengthOfLikeness(sought, stem)) best = strengthOfLikeness(sought, stem);
  }
  return best;
}

/** How well one stem stands for a word of the question, by any of its names. */
export function strengthBy(sought: Sought, stem: string): number {
  return Math.max(sought.names.get(stem) ?? 0, strengthOfLikeness(sought, stem));
}

function strengthOfLikeness({ names, word, known }: Sought, stem: string): number {
  for (const [name, strength] of names) {
    if (strength === 1 && name.length >= shortestFamily && sameFamily(stem, name))
      return strengths.family;
  }
  return !known && resembles(stem, word) ? strengths.resemblance : 0;
}
