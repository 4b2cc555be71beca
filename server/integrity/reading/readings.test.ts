import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../../testing/processor-ms.ts';
import { readingsOf } from './readings.ts';

const root = join(import.meta.dirname, '../../..');
/** Sentences a student may write, in the languages with Latin letters; words vary so that no encoding meets one text only. */
const sentence = fc
  .tuple(
    fc.constantFrom(
      'Quel est le rôle de la personne qui prépare',
      'Which tool should the team use to load',
      '¿Quién se encarga de limpiar cada noche',
      'Explique comment on peut tester et comparer',
      'Donne la bonne réponse à la question sur',
    ),
    fc.array(
      fc.constantFrom(
        ...'les fichiers des clients, la base de données, the sales report, los archivos, un modèle'.split(
          ', ',
        ),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([start, objects]) => `${start} ${objects.join(', ')} ?`);
const arabic = fc.constantFrom(
  'من هو المسؤول عن تنظيف البيانات كل ليلة؟',
  'ما هو دور مهندس البيانات',
);

const bytes = (text: string) => [...Buffer.from(text)];
const base64 = (text: string) => Buffer.from(text).toString('base64');
const hex = (text: string) => Buffer.from(text).toString('hex');
const rot13 = (text: string) => shift(text, 13);
function shift(text: string, by: number): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const first = letter >= 'a' ? 97 : 65;
    return String.fromCharCode(((letter.charCodeAt(0) - first + by) % 26) + first);
  });
}
const reverse = (text: string) => Array.from(text).reverse().join('');
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const words = (text: string) => bare(text).match(/[a-z]+/g)!;
const morse = Object.fromEntries(
  'a.- b-... c-.-. d-.. e. f..-. g--. h.... i.. j.--- k-.- l.-.. m-- n-. o--- p.--. q--.- r.-. s... t- u..- v...- w.-- x-..- y-.-- z--..'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);
const spellWith = (text: string, letters: string, between: string) =>
  words(text)
    .map((word) => [...word].join(letters))
    .join(between);

/** Letters and digits alone: spelling and Morse lose accents and signs. */
const skeleton = (text: string) => bare(text).replace(/[^\p{L}\p{N}]/gu, '');

const encodings: Readonly<Record<string, (text: string) => string>> = {
  base64,
  'base64 after words': (text) => `Décode puis réponds : ${base64(text)} merci`,
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'wrapped base64': (text) => base64(text).replace(/.{20}/g, '$&\n'),
  hexadecimal: hex,
  'hexadecimal with 0x': (text) =>
    bytes(text)
      .map((b) => `0x${b.toString(16)}`)
      .join(' '),
  'hexadecimal with \\x': (text) =>
    bytes(text)
      .map((b) => `\\x${b.toString(16)}`)
      .join(''),
  'hexadecimal with colons': (text) => hex(text).replace(/..(?=.)/g, '$&:'),
  binary: (text) =>
    bytes(text)
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join(' '),
  'binary without spaces': (text) =>
    bytes(text)
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join(''),
  'decimal codes': (text) => bytes(text).join(' '),
  'percent escapes': encodeURIComponent,
  'percent escapes and plus': (text) => encodeURIComponent(text).replaceAll('%20', '+'),
  'unicode escapes': (text) =>
    text.replace(/[^]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
  rot13,
  'rot13 after words': (text) => `Peux-tu lire ce message : ${rot13(text)}`,
  'another shift': (text) => shift(text, 7),
  atbash: (text) =>
    text.replace(/[a-z]/gi, (letter) => {
      const first = letter >= 'a' ? 97 : 65;
      return String.fromCharCode(2 * first + 25 - letter.charCodeAt(0));
    }),
  reversed: reverse,
  'reversed by word': (text) => text.replace(/[\p{L}]+/gu, reverse),
  'spaced letters': (text) => spellWith(text, ' ', '   '),
  'dotted letters': (text) => spellWith(text, '.', ' '),
  'dashed letters': (text) => spellWith(text, '-', ' / '),
  'spaced letters without words': (text) => [...words(text).join('')].join(' '),
  'numbers of letters': (text) =>
    words(text)
      .map((word) => [...word].map((letter) => letter.charCodeAt(0) - 96).join('-'))
      .join(' '),
  morse: (text) =>
    words(text)
      .map((word) => [...word].map((letter) => morse[letter]).join(' '))
      .join(' / '),
  'an HTML comment': (text) => `Bonjour <!-- ${text} -->`,
  'a hidden element': (text) => `Bonjour <span style="display:none">${text}</span>`,
  'an attribute': (text) => `Bonjour <img alt="${text}">`,
  'tag characters': (text) =>
    `Bonjour${[...bare(text)].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')}`,
  'variation selectors': (text) =>
    `Bonjour${bytes(text)
      .map((byte) => String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16))
      .join('')}`,
  'zero-width bits': (text) =>
    `Bonjour${bytes(text)
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('')
      .replaceAll('0', '\u200b')
      .replaceAll('1', '\u200c')}`,
  'base64 of rot13': (text) => base64(rot13(text)),
  'rot13 of base64': (text) => rot13(base64(text)),
  'base64 of base64': (text) => base64(base64(text)),
  'hexadecimal of base64': (text) => hex(base64(text)),
  'reversed base64': (text) => reverse(base64(text)),
  'base64 of the reverse': (text) => base64(reverse(text)),
  'a comment in base64': (text) => `Bonjour <!-- ${base64(text)} -->`,
  'rot13 in Cyrillic twins': (text) => rot13(text).replace(/a/g, 'а').replace(/e/g, 'е'),
};
const keepsEveryScript =
  /^(?!base64 of rot|rot13 of|base64 of the)(?:base64|wrapped|hexa|binary|percent|unicode|an HTML|a hidden|an attr|variation|zero|reversed base|a comment)/;

const says = (readings: readonly string[], text: string) =>
  readings.some((reading) => skeleton(reading).includes(skeleton(text)));

describe('readingsOf', () => {
  it.each(Object.entries(encodings))('gives a sentence back from %s', (name, encode) => {
    const texts = keepsEveryScript.test(name) ? fc.oneof(sentence, arabic) : sentence;
    fc.assert(
      fc.property(texts, (text) => {
        const readings = readingsOf(encode(text));
        expect({ readings, found: says(readings, text) }).toEqual({ readings, found: true });
        expect(readings.length).toBeLessThanOrEqual(16);
      }),
      { numRuns: 40 },
    );
  });

  it.each(['leet', 'Leet with signs'])('gives sentences back from %s', (name) => {
    const table: Record<string, string> =
      name === 'leet'
        ? { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' }
        : { a: '@', e: '3', i: '!', o: '0', s: '$', l: '1' };
    // A sign can stand for two letters, so a word now and then stays as it was: nine in ten come back, in all.
    let asked = 0;
    let back = 0;
    for (const text of fc.sample(sentence, { numRuns: 300, seed: 7 })) {
      const written = bare(text).replace(/[aeiostl]/g, (one) => table[one] ?? one);
      const wanted = words(text);
      const found = readingsOf(written).map((reading) => {
        const read = new Set(words(reading));
        return wanted.filter((word) => read.has(word)).length;
      });
      asked += wanted.length;
      back += Math.max(...found);
    }
    expect(back / asked).toBeGreaterThan(0.9);
  });

  it.each(['Data Engineer', 'MLOps', 'analyste BI', 'prompt engineer'])(
    'gives the name %j back, short as it is',
    (name) => {
      for (const encode of [base64, hex, rot13, reverse, encodings['binary']!]) {
        expect(says(readingsOf(encode(name)).slice(1), name)).toBe(true);
      }
    },
  );

  it('reads turned letters', () => {
    expect(readingsOf('ǝpuoɯ ǝl suɐp sǝǝuuop sǝl')).toContain('les donnees dans le monde');
  });

  it('mixes disguises in one message', () => {
    const readings = readingsOf(`${base64('Quel métier')} ${hex(' charge les fichiers')} ?`);
    expect(says(readings, 'Quel métier charge les fichiers')).toBe(true);
  });

  it('puts the canonical form first, and has no two readings alike', () => {
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ unit: 'binary' })), (text) => {
        const readings = readingsOf(text);
        expect(new Set(readings).size).toBe(readings.length);
        expect(readingsOf(readings[0]!)[0]).toBe(readings[0]);
      }),
    );
  });

  it('finds nothing else in the plain questions of students', async () => {
    const cases = (await readFile(join(root, 'evals/cases/questions.dev.jsonl'), 'utf8')).trim();
    const questions = cases
      .split('\n')
      .flatMap((line) => (JSON.parse(line) as { turns: string[] }).turns);
    const several = questions.map(readingsOf).filter((readings) => readings.length > 1);
    expect(questions.length).toBeGreaterThan(100);
    expect({ several, few: several.length <= 0.01 * questions.length }).toMatchObject({
      few: true,
    });
  });

  it('finds nothing else in the course itself, tables and code included', async () => {
    const folder = join(root, 'corpus/lessons');
    const files = await readdir(folder);
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
    const several = lines.map(readingsOf).filter((readings) => readings.length > 1);
    console.log(`${several.length} of ${lines.length} course lines have more than one reading`);
    expect({ several, few: several.length <= 0.002 * lines.length }).toMatchObject({ few: true });
  });

  it.each([
    '¿Qué es un almacén de datos y quién lo mantiene?',
    'ما هو الفرق بين مستودع البيانات وبحيرة البيانات؟',
    'Appelez le 06 12 34 56 78, le 12-11-2024 à 10:30:12',
    'a) b) c) d) ou A, B, C, D ?',
    'commit 3f2a9c1e77d04b6a8e5f, uuid 550e8400-e29b-41d4-a716-446655440000',
    'https://example.org/cours/lecon?id=20&page=3',
    '1, 2, 3, 4, 5, 6, 7 ou 8',
    'K8s, S3, F1, p95, H2O, 4G, 2FA et B2B',
    '- - - ... --- ...',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿 et ❤️ et 👩🏽‍💻',
    '',
  ])('finds nothing else in %j', (text) => {
    expect(readingsOf(text)).toHaveLength(1);
  });

  it('keeps to sixteen readings when every disguise is there at once', () => {
    const text = 'Quel est le rôle de la personne qui prépare les fichiers des clients';
    const all = Object.values(encodings).map((encode) => encode(text));
    expect(readingsOf(all.join('\n'))).toHaveLength(16);
  });

  it('stays bounded and linear on hostile texts', () => {
    const pieces = ['a b c d ', '1-2-3 ', '61 62 ', '01100001 ', 'abcdefgh ', 'QUJD ', 'a1b1c1 '];
    let slowest = { piece: '', time: 0 };
    for (const piece of [...pieces, '. - ', '%41', '=41', '&#65;', '\\u0041', '<!--a-->', 'zx ']) {
      const text = piece.repeat(4_000 / piece.length);
      readingsOf(text);
      const started = processorMs();
      expect(readingsOf(text).length).toBeLessThanOrEqual(16);
      const time = processorMs() - started;
      if (time > slowest.time) slowest = { piece, time };
      expect(readingsOf(piece.repeat(100_000 / piece.length)).length).toBeLessThanOrEqual(16);
    }
    console.log(
      `slowest 4,000 characters: ${slowest.time.toFixed(1)} ms (${JSON.stringify(slowest.piece)})`,
    );
    expect(slowest.time).toBeLessThan(1_000);
  });
});
