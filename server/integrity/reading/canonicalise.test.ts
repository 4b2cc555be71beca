import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../../testing/processor-ms.ts';
import { canonicalise } from './canonicalise.ts';

const sentence = 'Créer un flux qui lit des données';
/** Words of plain texts in the languages of students, with what stands between words. */
const plainWords = fc.array(
  fc.constantFrom(
    ...'Créer flux l’été œuvre K8s S3 F1 0,8 snake_case A/B niño ¿qué? мир Ελλάδα модель مهندس البيانات (RAG) « x » 5 + − 3 C# ML-модель'.split(
      ' ',
    ),
  ),
  { minLength: 1 },
);
const each = (text: string, change: (letter: string) => string) => text.replace(/\p{L}/gu, change);

describe('canonicalise', () => {
  it.each([
    ['zero-width characters', each(sentence, (letter) => `${letter}\u200b`)],
    ['joiners and soft hyphens', each(sentence, (letter) => `${letter}\u200d\u00ad\u2060`)],
    [
      'bidirectional controls',
      `\u202a${each(sentence, (letter) => `\u2066${letter}\u2069`)}\u202c`,
    ],
    ['variation selectors', each(sentence, (letter) => `${letter}\ufe0f\u{e0101}`)],
    ['tag characters', each(sentence, (letter) => `${letter}\u{e0041}\u{e007f}`)],
    ['fillers and controls', each(sentence, (letter) => `${letter}\u3164\u0000\u034f`)],
    ['full width', fullWidth(sentence)],
    ['marks piled up', each(sentence, (letter) => `${letter}\u0334\u0329\u035b\u0489`)],
    ['decomposed letters', sentence.normalize('NFD')],
    ['Cyrillic twins', sentence.replace(/e/g, 'е').replace(/i/g, 'і').replace(/s/g, 'ѕ')],
    ['Greek twins', sentence.replace(/u/g, 'υ').replace(/n(?=n)/g, 'η')],
    ['bold', sentence.replace(/\S+/g, '**$&**')],
    ['emphasis inside words', each(sentence, (letter) => `_${letter}_`).replace(/__/g, '**')],
    ['code and strike-through', `\`${sentence.replace('flux', '~~flux~~')}\``],
    ['escapes', sentence.replace('flux', '\\*flux\\*')],
    ['a link', `[${sentence}](https://example.org/x)`],
    ['a heading', `## ${sentence}`],
    ['a quotation', `> ${sentence}`],
    ['inline elements', each(sentence, (letter) => `<b>${letter}</b>`)],
    ['block elements', sentence.replace(/\S+/g, '<p>$&</p>')],
    ['comments', sentence.replace(/(?<=\S)(?=\S)/g, '<!-- x -->')],
    ['hidden elements', sentence.replace(/ /g, ' <span style="display: none">non</span>')],
    ['numbered entities', each(sentence, (letter) => `&#${letter.codePointAt(0)};`)],
    ['hexadecimal entities', each(sentence, (c) => `&#x${c.codePointAt(0)!.toString(16)}`)],
    ['named entities', sentence.replaceAll('é', '&eacute;').replaceAll(' ', '&nbsp;')],
    ['entities twice', sentence.replaceAll('é', '&amp;eacute;')],
    ['entities that make tags', sentence.replace('flux', '&lt;b&gt;flux&lt;/b&gt;')],
    ['entities cut by elements', sentence.replaceAll('é', '&<b>eacute</b>;')],
    ['escaped elements', sentence.replace('flux', '\\<i\\>flux\\</i\\>')],
    ['white space', ` ${sentence.replaceAll(' ', ' \n\t\u00a0')} `],
  ])('sees through %s', (_, disguised) => {
    expect(canonicalise(disguised)).toBe(sentence);
  });

  it.each([0x1d400, 0x1d434, 0x1d468, 0x1d4d0, 0x1d56c, 0x1d5a0, 0x1d5d4, 0x1d670])(
    'reads the mathematical alphabet at %i',
    (first) => {
      const written = [...'ABZ'].map((letter) =>
        String.fromCodePoint(first + letter.charCodeAt(0) - 65),
      );
      expect(canonicalise(written.join(''))).toBe('ABZ');
    },
  );

  it.each([
    ['ᴅᴀᴛᴀ ᴇɴɢɪɴᴇᴇʀ', 'data engineer'],
    ['🅳🅰🆃🅰 ⓓⓐⓣⓐ 🇩🇦🇹🇦', 'DATA data DATA'],
    ['Dаtа Еngіnеег', 'Data Engineer'],
    ['une рареr à nous', 'une paper à nous'],
    ['սո data', 'un data'],
  ])('reads %j', (text, plain) => {
    expect(canonicalise(text)).toBe(plain);
  });

  it.each([
    'Что такое ML-модель и какая она?',
    'Τι είναι το data lake και πού;',
    'ما هو مستودع البيانات؟ والـAPI؟',
    'مُهَنْدِس',
    'a < b et c > d, x & y',
    '<mon flux> lit',
    '2 * 3 * 4 = 24',
    'SELECT * FROM ventes WHERE a_b = 1',
    'σ = 2, α = 5 %',
  ])('leaves %j as it is', (text) => {
    expect(canonicalise(text)).toBe(text);
  });

  it('keeps every letter and digit of a plain text', () => {
    fc.assert(
      fc.property(plainWords, (words) => {
        const text = words.join(' ');
        const letters = (one: string) => one.normalize('NFKC').match(/[\p{L}\p{N}]/gu);
        expect(letters(canonicalise(text))).toEqual(letters(text));
      }),
    );
  });

  it('changes nothing twice', () => {
    const pieces = fc.constantFrom(
      ...['é', 'e\u0301', '&lt;', '&amp;', 'b', '>', '<b>', '</b>', '<!--', '-->', '*', '_', '`'],
      ...['аb', 'сo', ' ', '\u200b', '**', '~~', '[a](b)', '\\*', 'ﬁ', '&#x41;', '<p hidden>'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
        const once = canonicalise(list.join(''));
        // Nesting deeper than four disguises may be left; it takes more pieces than these.
        expect(canonicalise(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, and leaves nothing invisible', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(canonicalise(text)).not.toMatch(/[\u200b-\u200f\ufe00-\ufe0f]|\s\s|^\s|\s$/);
      }),
    );
  });

  it('is linear on hostile texts of 200,000 characters', () => {
    const hostile = [
      ...['<', '<!--', '<b ', '<span hidden>', '&', '&amp;', '&#x', '*a', '_', '[', '[a](', '`'],
      ...['~', '\\', ' ', '\n   ', '\u0301', 'a\u200b', 'аb ', 'Что такое ', 'Créer l’été '],
    ];
    let slowest = { piece: '', time: 0 };
    for (const piece of hostile) {
      const text = piece.repeat(200_000 / piece.length);
      const started = processorMs();
      canonicalise(text);
      const time = processorMs() - started;
      if (time > slowest.time) slowest = { piece, time };
    }
    console.log(
      `slowest 200,000 characters: ${slowest.time.toFixed(0)} ms (${JSON.stringify(slowest.piece)})`,
    );
    expect(slowest.time).toBeLessThan(1_000);
  });
});

function fullWidth(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}
