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
/** Words that must become known, long ones counting twice, before the text is taken to be written so. */
const leastKnown = 3;

/** Digits and signs inside words read as the letters they stand for: "cr33r un flux". */
export function decodeLeet(text: string): readonly string[] {
  let changed = 0;
  let known = 0;
  const decoded = text.replace(/[\p{L}\p{M}\d@$€£¢(!|+]+/gu, (word) => {
    const bare = word.replace(/[(!|+]+$/, '');
    // "S3" and "2024" change as well, but make no known words.
    if (!/[\d@$€£¢(!|+]/.test(bare) || bare.length < 2 || /^[\d+(|]+$/.test(bare)) return word;
    const plain = spell(bare);
    changed += 1;
    if (isKnownWord(foldLetters(plain))) known += plain.length > 3 ? 2 : 1;
    return plain + word.slice(bare.length);
  });
  return changed >= 2 && known >= leastKnown ? [decoded] : [];
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
