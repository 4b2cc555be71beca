import { foldLetters } from './fold-letters.ts';
import { isKnownWord } from './plausible-text.ts';

const letterOf: Readonly<Record<string, string>> = {
  '0': 'o',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '€': 'e',
  '£': 'l',
  '¢': 'c',
  '(': 'c',
  '!': 'i',
  '|': 'l',
  '+': 't',
};
/** Most "1" of a word that are tried both as i and as l. */
const maxDoubts = 4;
/** Different words that must become known, long ones counting twice, before the text is taken to be written so. */
const leastKnown = 3;

/** Digits and signs inside words read as the letters they stand for: "cr33r un flux". */
export function decodeLeet(text: string): readonly string[] {
  let changed = 0;
  const known = new Set<string>();
  const decoded = text.replace(/[\p{L}\p{M}\d@$€£¢(!|+]+/gu, (word) => {
    if (!/[\d@$€£¢(!|+]/.test(word) || word.length < 2) return word;
    // A sign at the end is punctuation, unless it makes a word: "qu!".
    const whole = spell(word);
    if (/^[\d+(|!]+$/.test(word)) return isKnownWord(foldLetters(whole)) ? whole : word;
    changed += 1;
    if (isKnownWord(foldLetters(whole))) {
      known.add(whole);
      return whole;
    }
    const bare = word.replace(/[(!|+]+$/, '');
    const plain = spell(bare);
    if (plain !== bare && isKnownWord(foldLetters(plain))) known.add(plain);
    return plain + word.slice(bare.length);
  });
  const weight = [...known].reduce((sum, word) => sum + (word.length > 3 ? 2 : 1), 0);
  return changed >= 2 && weight >= leastKnown ? [decoded] : [];
}

function spell(word: string): string {
  const plain = Array.from(word, (letter) => letterOf[letter] ?? letter).join('');
  const parts = plain.split('1');
  if (parts.length === 1) return plain;
  const doubts = Math.min(parts.length - 1, maxDoubts);
  for (let choice = 0; choice < 2 ** doubts; choice += 1) {
    const tried = parts.reduce(
      (sum, part, index) => sum + ((choice >> (index - 1)) & 1 ? 'l' : 'i') + part,
    );
    if (isKnownWord(foldLetters(tried))) return tried;
  }
  return parts.join('i');
}
