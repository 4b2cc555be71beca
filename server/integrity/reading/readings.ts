import { canonicalise } from './canonicalise.ts';
import { cleanCharacters } from './clean-characters.ts';
import { decodeBytes } from './decode-bytes.ts';
import { decodeCiphers, decodeCoveredBytes } from './decode-ciphers.ts';
import { decodeEntities } from './decode-entities.ts';
import { decodeInvisible } from './decode-invisible.ts';
import { decodeLeet } from './decode-leet.ts';
import { decodeBroken, decodeMorse, decodeNumbers, decodeSpaced } from './decode-spelling.ts';
import { foldLookAlikes } from './fold-look-alikes.ts';
import { separateHidden } from './separate-hidden.ts';

/** Most readings of a text, its own included. */
const maxReadings = 16;

/**
 * What a text says: first in its canonical form, then each decoding that reads like a text, twice decoded ones included
 * (base64 of rot13, rot13 of base64). A decoding keeps the rest of the text around it. A plain question has one reading.
 *
 * Known: base32, base64, hexadecimal, binary and decimal codes, percent and other escapes, shifted (rot13 and others), mirrored,
 * reversed (whole, by word) and turned letters, leet, spelt letters, numbers of letters, Morse, hidden HTML, tag characters and
 * other invisible bytes. Linear in the length.
 */
export function readingsOf(text: string): readonly string[] {
  const first = [...decodingsOf(text), ...decodeCoveredBytes(plainLetters(text))];
  const second = first.flatMap(decodingsOf);
  const readings = new Set([text, ...first, ...second].map(canonicalise));
  return [...readings]
    .filter((reading, rank) => rank === 0 || reading !== '')
    .slice(0, maxReadings);
}

function decodingsOf(text: string): readonly string[] {
  const clean = plainLetters(text);
  const { visible, hidden } = separateHidden(decodeEntities(clean));
  const unseen = [...decodeInvisible(text), hidden.join(' ').trim()].filter(hasWords);
  const decodings = [
    ...unseen.map((one) => `${visible} ${one}`),
    decodeBytes(clean),
    ...decodeSpaced(clean),
    ...decodeBroken(clean),
    ...decodeNumbers(clean),
    ...decodeMorse(clean),
    ...decodeLeet(clean),
    ...decodeCiphers(clean),
  ];
  return [...new Set(decodings)].filter((one) => one !== clean);
}

const plainLetters = (text: string): string => foldLookAlikes(cleanCharacters(text));

/** Two letters in a row: an attribute such as `class="x"` is hidden too, but an empty comment is nothing. */
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);
