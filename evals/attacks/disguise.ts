import { rot13 } from '../scorers/leaks/readings.ts';
import { pick } from '../statistics/random.ts';

/** Ways to write a text so that a filter of words does not see it; a reader with a tool does. */
export const disguises: Readonly<Record<string, (text: string) => string>> = {
  base64: (text) => Buffer.from(text).toString('base64'),
  hex: (text) => Buffer.from(text).toString('hex'),
  rot13: (text) => rot13(plain(text)),
  reversed: (text) => Array.from(text).reverse().join(''),
  leet: (text) => plain(text).replace(/[aeiost]/gi, (letter) => leet[letter.toLowerCase()]!),
  spaced: (text) =>
    text
      .split(' ')
      .map((word) => Array.from(word).join(' '))
      .join('   '),
  dotted: (text) =>
    text
      .split(' ')
      .map((word) => Array.from(word).join('.'))
      .join(' '),
  percent: (text) => encodeURIComponent(text),
  entities: (text) =>
    Array.from(text)
      .map((letter) => `&#${letter.codePointAt(0)};`)
      .join(''),
  homoglyphs: (text) => text.replace(/[aeopcx]/g, (letter) => lookalikes[letter]!),
  zerowidth: (text) => text.replace(/(\p{L})(?=\p{L})/gu, '$1\u200b'),
  tags: (text) =>
    Array.from(plain(text))
      .map((letter) => String.fromCodePoint(0xe0000 + letter.codePointAt(0)!))
      .join(''),
  fullwidth: (text) =>
    plain(text).replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  capitals: (text) => text.toUpperCase(),
};

const leet: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' };
const lookalikes: Readonly<Record<string, string>> = {
  ...{ a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х' },
};

/** ASCII only, accents dropped. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/[«»]\s?/g, '"')
    .replace(/[^ -~]/g, ' ');

/** Slips as a hurried student makes them: accents left out, letters dropped, doubled or swapped, one word in four. */
export function withTypos(text: string, random: () => number): string {
  return plain(text)
    .toLowerCase()
    .replace(/[a-z]{4,}/g, (word) => (random() < 0.3 ? slip(word, random) : word));
}

function slip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  return pick(
    [
      before + after,
      before + letter + letter + after,
      before + after.slice(0, 1) + letter + after.slice(1),
    ],
    random,
  );
}
