import { decodeCodes } from './decode-bytes.ts';
import { isPlausible, type Undo } from './plausible-text.ts';

/** Share of each letter, a to z, in French text, in thousandths; English and Spanish are near enough to rank shifts. */
const usualShares = [
  81, 9, 33, 37, 147, 11, 9, 7, 75, 6, 1, 55, 30, 71, 54, 30, 14, 66, 79, 72, 63, 18, 1, 4, 3, 1,
];
const upsideDown = new Map(
  'ɐa qb ɔc pd ǝe ɟf ƃg ɓg ɥh ᴉi ıi ɾj ɹr ʞk ʃl ןl ɯm un nu dp bq ʇt ʌv ʍw ʎy'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

/** Readings of a text as if its letters had been shifted, mirrored, reversed or turned; those that read like a text. */
export function decodeCiphers(text: string): readonly string[] {
  const candidates: readonly (readonly [string, Undo?])[] = [
    ...likelyShifts(text).map(
      (shift) =>
        [shiftLetters(text, shift), (word: string) => shiftLetters(word, 26 - shift)] as const,
    ),
    [mirrored(text), mirrored],
    [reversed(text), reversed],
    [text.replace(/[\p{L}\p{M}\p{N}]+/gu, reversed), reversed],
    [turned(text)],
  ];
  return candidates
    .filter(([decoded, undo]) => decoded !== text && isPlausible(decoded, undo))
    .map(([decoded]) => decoded);
}

/** Bytes in disguise that a shift by 13 or a reversal hides: neither reads like a text until both are undone. */
export function decodeCoveredBytes(text: string): readonly string[] {
  return [shiftLetters(text, 13), reversed(text)].flatMap((covered) => {
    const decoded = decodeCodes(covered);
    return decoded === covered ? [] : [decoded];
  });
}

/** 13, the usual one, and of those that give the letters more usual shares than they have, the two best. */
function likelyShifts(text: string): readonly number[] {
  const counts = usualShares.map(() => 0);
  for (let at = 0; at < text.length; at += 1) {
    const index = (text.charCodeAt(at) | 32) - 97;
    if (index >= 0 && index < 26) counts[index]! += 1;
  }
  const likeness = (shift: number): number =>
    counts.reduce((sum, count, index) => sum + count * usualShares[(index + shift) % 26]!, 0);
  const better = usualShares.map((_, shift) => shift).filter((one) => likeness(one) > likeness(0));
  better.sort((a, b) => likeness(b) - likeness(a));
  return [...new Set([13, ...better.slice(0, 2)])];
}

const shiftLetters = (text: string, shift: number): string =>
  mapLetters(text, (index) => (index + shift) % 26);

const mirrored = (text: string): string => mapLetters(text, (index) => 25 - index);

/** Maps a to z by rank, capitals to capitals. By code, not by pattern: this runs on every text. */
function mapLetters(text: string, map: (index: number) => number): string {
  const letters = Array.from({ length: 26 }, (_, index) => map(index));
  const chunks: string[] = [];
  for (let start = 0; start < text.length; start += chunkLength) {
    const codes: number[] = [];
    for (let at = start; at < Math.min(start + chunkLength, text.length); at += 1) {
      const code = text.charCodeAt(at);
      const index = (code | 32) - 97;
      codes.push(index >= 0 && index < 26 && code < 123 ? code - index + letters[index]! : code);
    }
    chunks.push(String.fromCharCode(...codes));
  }
  return chunks.join('');
}

/** Most characters that are passed as arguments at once. */
const chunkLength = 4_096;

const reversed = (text: string): string => Array.from(text).reverse().join('');

function turned(text: string): string {
  const marks = text.match(/[ɐɔǝɟƃɓɥᴉɾɹʞɯʇʌʍʎ]/g)?.length ?? 0;
  if (marks < 2) return text;
  return reversed(Array.from(text, (letter) => upsideDown.get(letter) ?? letter).join(''));
}
