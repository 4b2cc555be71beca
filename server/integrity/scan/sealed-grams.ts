import { foldAccents, tokenize } from '../../language/tokenize.ts';
import { runAtOnce, type Steps } from '../run-at-once.ts';

/** Words of a run that gives sealed text away. */
const gramLength = 5;

/** A sealed text and what it belongs to. */
export type SealedText = { readonly owner: string; readonly text: string };

/**
 * The runs of five words that stand in a sealed text and in no public one, as numbers: the text itself is not kept.
 * Accents, case, punctuation and elisions do not count.
 */
export type SealedGrams = {
  /** Owners of the sealed runs that a text holds, each with how many. */
  ownersIn(text: string): ReadonlyMap<string, number>;
  /** True when a text holds a sealed run. */
  has(text: string): boolean;
  /** Sealed runs, counted once. */
  readonly size: number;
  /** Runs of sealed texts that a public one prints as well; they are not sealed. */
  readonly shared: number;
};

/** {@link sealedGramsInSteps} without a pause. */
export function createSealedGrams(
  sealed: readonly SealedText[],
  publicTexts: readonly string[],
): SealedGrams {
  return runAtOnce(sealedGramsInSteps(sealed, publicTexts));
}

/** Collects the sealed runs, one public text after another, so that other work can be done between them. */
export function* sealedGramsInSteps(
  sealed: readonly SealedText[],
  publicTexts: readonly string[],
): Steps<SealedGrams> {
  const owners = new Map<number, string>();
  for (const { owner, text } of sealed) {
    for (const gram of gramsOf(text)) if (!owners.has(gram)) owners.set(gram, owner);
  }
  const before = owners.size;
  for (const text of owners.size > 0 ? publicTexts : []) {
    for (const gram of gramsOf(text)) owners.delete(gram);
    yield;
  }
  return {
    ownersIn(text) {
      const found = new Map<string, number>();
      for (const gram of gramsOf(text)) {
        const owner = owners.get(gram);
        if (owner !== undefined) found.set(owner, (found.get(owner) ?? 0) + 1);
      }
      return found;
    },
    has(text) {
      for (const gram of gramsOf(text)) if (owners.has(gram)) return true;
      return false;
    },
    size: owners.size,
    shared: before - owners.size,
  };
}

function* gramsOf(text: string): Generator<number> {
  const words = tokenize(text).map((word) => hashWord(foldAccents(word)));
  for (let at = 0; at + gramLength <= words.length; at += 1) {
    let high = 0;
    let low = 0;
    for (let next = at; next < at + gramLength; next += 1) {
      high = Math.imul(high ^ words[next]!, 0x85ebca6b) ^ (high >>> 13);
      low = Math.imul(low + words[next]!, 0xc2b2ae35) ^ (low >>> 16);
    }
    // 53 bits: of a hundred thousand runs none meets another by chance.
    yield (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0);
  }
}

/** FNV-1a, 32 bits (Fowler, Noll and Vo). */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash;
}
