import { editDistance } from './edit-distance.ts';
import { soundKey } from './sound-key.ts';

/** A word of a phrase: itself in any number and gender, or with `prefix` every word that begins so. */
export type PhraseWord = { readonly root: string; readonly prefix: boolean };

/** Finds, for a word of a draft, the phrase words that it is or was meant to be. */
export type WordMatcher = {
  /** Indices in the list of phrase words. */
  match(word: string): readonly number[];
};

/** Shorter words have too many neighbours to be taken for a slip. */
const minLength = 4;

const key = ({ root, prefix }: PhraseWord): string => `${root}${prefix ? '*' : ''}`;

/**
 * @param phraseWords all words of the phrases looked for
 * @param knows whether a word is spelt as a word should be: it is then what it is, and no slip of another
 */
export function createWordMatcher(
  phraseWords: readonly PhraseWord[],
  knows: (word: string) => boolean,
): WordMatcher {
  const whole = new Map<string, number[]>();
  const begins = new Map<string, number[]>();
  const bySound = new Map<string, { readonly sound: string; readonly at: number }[]>();
  const seen = new Set<string>();
  for (const [at, word] of phraseWords.entries()) {
    const map = word.prefix ? begins : whole;
    const root = word.prefix ? word.root : singular(word.root);
    map.set(root, [...(map.get(root) ?? []), at]);
    if (word.root.length < minLength || seen.has(key(word))) continue;
    seen.add(key(word));
    const sound = soundKey(word.root);
    const list = bySound.get(sound[0] ?? '');
    if (list) list.push({ sound, at });
    else bySound.set(sound[0] ?? '', [{ sound, at }]);
  }
  const cache = new Map<string, readonly number[]>();
  const direct = (word: string): number[] => {
    const found = [...(whole.get(singular(word)) ?? [])];
    for (let length = 2; length <= word.length; length += 1) {
      const roots = begins.get(word.slice(0, length));
      if (roots) found.push(...roots);
    }
    return found;
  };
  const bySlip = (word: string): readonly number[] => {
    const sound = soundKey(word);
    const candidates = (bySound.get(sound[0] ?? '') ?? []).filter(({ sound: other, at }) =>
      resembles(sound, other, phraseWords[at]!.prefix),
    );
    const meant = new Set(candidates.map(({ at }) => key(phraseWords[at]!)));
    return phraseWords.flatMap((one, at) => (meant.has(key(one)) ? [at] : []));
  };
  return {
    match(word) {
      const known = cache.get(word);
      if (known) return known;
      let found: readonly number[] = direct(word);
      if (found.length === 0 && word.length >= minLength && !/\d/.test(word) && !knows(word)) {
        found = bySlip(word);
      }
      if (cache.size > 20_000) cache.clear();
      cache.set(word, found);
      return found;
    },
  };
}

/** One slip in words that sound of six letters, two from ten on, none in shorter ones; a prefix is compared with as much of the word. */
function resembles(sound: string, other: string, prefix: boolean): boolean {
  const limit = other.length >= 10 ? 2 : other.length >= 6 ? 1 : 0;
  if (
    other.length >= minLength &&
    unvoiced(prefix ? sound.slice(0, other.length) : sound) === unvoiced(other)
  )
    return true;
  if (!prefix) return editDistance(sound, other, limit) <= limit;
  if (other.length < 4) return sound === other;
  return [other.length, other.length + 1, other.length - 1].some(
    (length) => editDistance(sound.slice(0, length), other, limit) <= limit,
  );
}

/** Voiced and unvoiced twins as one: who spells by ear takes "segonde" for "seconde", "adopsion" for "adoption". */
const unvoiced = (sound: string): string =>
  sound.replace(
    /[bdgvjz]/g,
    (letter) => ({ b: 'p', d: 't', g: 'k', v: 'f', j: '5', z: 's' })[letter]!,
  );

/** A word without the ending of its number and gender: crude, and the same for both sides. */
function singular(word: string): string {
  if (word.length <= 3) return word;
  return word
    .replace(/aux$/, 'al')
    .replace(/(?:ies|y)$/, 'i')
    .replace(/(?:es|s|x|e)$/, '');
}
