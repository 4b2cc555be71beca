import { canonical } from './fold.ts';

/** One way of reading a text; `as` says how it was hidden. */
export type Reading = { readonly as: string; readonly text: string };

/**
 * The hidden texts that a text may carry: base64, hexadecimal, percent and entity encodings, rot13, reversal, leet,
 * letters set apart, first letters of lines, sentences or words. Most are nonsense; whoever reads them looks for names.
 */
export function hiddenReadings(text: string): readonly Reading[] {
  const plain = canonical(text);
  const readings: Reading[] = [
    ...encodedRuns(plain),
    { as: 'percent', text: decodePercent(plain) },
    { as: 'entities', text: decodeEntities(plain) },
    { as: 'rot13', text: rot13(plain) },
    { as: 'reversed', text: Array.from(plain).reverse().join('') },
    {
      as: 'reversed words',
      text: plain.replace(/\p{L}+/gu, (word) => Array.from(word).reverse().join('')),
    },
    { as: 'leet', text: unleet(plain) },
    ...spacedRuns(plain).map((run) => ({ as: 'spaced letters', text: run })),
    ...firstLetters(plain),
  ];
  return readings.filter((reading) => reading.text !== '' && reading.text !== plain);
}

function encodedRuns(text: string): readonly Reading[] {
  const base64 = text.match(/[A-Za-z0-9+/_-]{7,}={0,2}/g) ?? [];
  const hex = text.match(/(?:(?:\\x|0x)?[0-9a-fA-F]{2}[\s,:-]?){5,}/g) ?? [];
  const binary = text.match(/(?:[01]{8}\s?){5,}/g) ?? [];
  const codes = text.match(/(?:\b\d{2,3}\b[\s,;-]*){5,}/g) ?? [];
  return [
    ...base64.map((run) => ({ as: 'base64', text: printable(Buffer.from(run, 'base64')) })),
    ...hex.map((run) => ({ as: 'hex', text: printable(fromHex(run)) })),
    ...binary.map((run) => ({ as: 'binary', text: printable(fromNumbers(run, /[01]{8}/g, 2)) })),
    ...codes.map((run) => ({ as: 'codes', text: printable(fromNumbers(run, /\d{2,3}/g, 10)) })),
  ];
}

const fromHex = (run: string): Buffer => Buffer.from(run.replace(/\\x|0x|[\s,:-]/g, ''), 'hex');

const fromNumbers = (run: string, digits: RegExp, base: number): Buffer =>
  Buffer.from((run.match(digits) ?? []).map((number) => Number.parseInt(number, base) % 256));

/** The bytes as text, or nothing when they are not a text. */
function printable(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return /^[\p{L}\p{N}\p{P}\p{S}\s]{4,}$/u.test(text) && !text.includes('\ufffd') ? text : '';
}

function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function decodeEntities(text: string): string {
  return text.replace(/&#(x?)([0-9a-fA-F]{1,6});/g, (entity, hex: string, digits: string) => {
    const code = Number.parseInt(digits, hex === '' ? 10 : 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

/** Each letter thirteen places on. */
export const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });

const leet: Readonly<Record<string, string>> = {
  ...{ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' },
};

/** Of texts that mix digits or signs with letters in a word: elsewhere a number is a number. */
const unleet = (text: string): string =>
  /\p{L}[0-9@$]|[0-9@$]\p{L}/u.test(text)
    ? text.replace(/[0134570@$!]/g, (sign) => leet[sign] ?? sign)
    : text;

/** "D-a-t-a  E n g" as "DataEng": the letters of runs of six or more words of one letter. */
function spacedRuns(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs: string[] = [];
  let run = '';
  for (const word of [...words, '..']) {
    if (/^\p{L}$/u.test(word)) run += word;
    else {
      if (run.length >= 6) runs.push(run);
      run = '';
    }
  }
  return runs;
}

function firstLetters(text: string): readonly Reading[] {
  const first = (parts: readonly string[]) =>
    parts.map((part) => /\p{L}/u.exec(part)?.[0] ?? '').join('');
  const lines = text.split('\n').filter((line) => /\p{L}/u.test(line));
  const sentences = text.split(/[.!?]+\s+|\n+/).filter((part) => /\p{L}/u.test(part));
  return [
    { as: 'first letters of lines', text: lines.length >= 4 ? first(lines) : '' },
    { as: 'first letters of sentences', text: sentences.length >= 4 ? first(sentences) : '' },
    { as: 'first letters of words', text: first(text.split(/\s+/)) },
  ];
}
