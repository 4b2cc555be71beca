import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
};
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Text as files hold it: no control characters. */
const cleanText = fc
  .string({ unit: 'grapheme', maxLength: 200 })
  .filter((text) => text.isWellFormed() && !/[\p{Cc}\ufeff]/u.test(text));

describe('decodeText', () => {
  it('gives UTF-8 back to the letter, decomposed accents included', () => {
    fc.assert(
      fc.property(cleanText, (text) => {
        expect(decodeText(utf8(text))).toEqual({ text, encoding: 'utf-8', repaired: false });
      }),
    );
    expect(decodeText(utf8('été'.normalize('NFD')))).toMatchObject({
      text: 'été'.normalize('NFD'),
    });
  });

  it.each(['utf-16le', 'utf-16be'] as const)(
    'reads %s with and without a byte order mark',
    (encoding) => {
      const text = 'Élève, cœur, 1 200 € et 🎉 : du français ordinaire.';
      const isLittle = encoding === 'utf-16le';
      expect(decodeText(utf16(`\ufeff${text}`, isLittle))).toMatchObject({ text, encoding });
      expect(decodeText(utf16(text, isLittle))).toMatchObject({ text, encoding });
    },
  );

  it('removes the byte order mark of UTF-8', () => {
    expect(decodeText(utf8('\ufeff# Titre'))).toMatchObject({ text: '# Titre', encoding: 'utf-8' });
  });

  it('reads what is not UTF-8 as windows-1252', () => {
    expect(decodeText(latin1('\x93\xc9t\xe9\x94 \x80'))).toMatchObject({
      text: '“Été” €',
      encoding: 'windows-1252',
    });
  });

  it('makes every line end a line feed', () => {
    expect(decodeText(utf8('a\r\nb\rc\nd\r\r\n'))).toMatchObject({ text: 'a\nb\nc\nd\n\n' });
  });

  it('says that mojibake was undone', () => {
    const broken = new TextDecoder('macintosh').decode(utf8('été à Noël'));
    expect(decodeText(utf8(broken))).toEqual({
      text: 'été à Noël',
      encoding: 'utf-8',
      repaired: true,
    });
  });

  it('survives one bad byte in a UTF-8 file', () => {
    const bytes = Uint8Array.of(...utf8('été à Noël, forêt, garçon'), 0xff);
    expect(decodeText(bytes)).toMatchObject({ text: 'été à Noël, forêt, garçonÿ', repaired: true });
  });

  it.each([
    ['NUL bytes', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d, 0x49)],
    ['control characters', Uint8Array.from({ length: 300 }, (_, index) => 1 + ((index * 7) % 255))],
    ['NUL characters in UTF-16', utf16('\ufeffa\0b', true)],
    ['half a UTF-16 character', Uint8Array.of(0xff, 0xfe, 0x41)],
  ])('reports %s as a problem', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ problem: expect.stringMatching(/^The file .*\.$/) });
  });

  it('lets a stray control character pass', () => {
    expect(decodeText(utf8('un\x07 deux\ftrois'))).toMatchObject({ text: 'un\x07 deux\ftrois' });
  });

  it('reads no bytes as no text', () => {
    expect(decodeText(new Uint8Array())).toMatchObject({ text: '', encoding: 'utf-8' });
  });
});
