import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAlphabet, codeLengths, couldBeCode, newCode, normaliseCode } from './code.ts';
import { hashCode } from './secrets.ts';

const lengths = fc.constantFrom(...Object.values(codeLengths));
/** A code as someone may type it: in any case, with anything but letters and digits around its letters. */
const typed = lengths.chain((length) => {
  const code = newCode(length);
  const between = fc.constantFrom('', ' ', '-', ' – ', '\u00a0', '.', '_', '\t', '’');
  const letter = fc.tuple(between, fc.boolean());
  return fc.array(letter, { minLength: code.length, maxLength: code.length }).map((choices) => ({
    code,
    typed: [...code]
      .map((char, at) => {
        const [gap, lower] = choices[at] ?? ['', false];
        return gap + (lower ? char.toLowerCase() : char);
      })
      .join(''),
  }));
});

describe('newCode', () => {
  it('uses 32 signs that are not taken for one another', () => {
    expect(new Set(codeAlphabet).size).toBe(32);
    expect(codeAlphabet).not.toMatch(/[01IO]/);
  });

  it('is worth 60 bits or more, in groups of four', () => {
    for (const length of Object.values(codeLengths)) {
      expect(length * Math.log2(codeAlphabet.length)).toBeGreaterThanOrEqual(60);
      expect(newCode(length)).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4})+$/);
    }
  });

  it('is another each time, and uses every sign', () => {
    const codes = Array.from({ length: 400 }, () => newCode(codeLengths.class));
    expect(new Set(codes).size).toBe(400);
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
  });
});

describe('normaliseCode', () => {
  it('forgives case, and whatever stands between the letters', () => {
    fc.assert(
      fc.property(typed, ({ code, typed: text }) => {
        expect(normaliseCode(text)).toBe(code.replaceAll('-', ''));
        expect(hashCode(text)).toBe(hashCode(code));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseCode(normaliseCode(text))).toBe(normaliseCode(text));
      }),
    );
  });

  it('makes no two codes one', () => {
    fc.assert(
      fc.property(lengths, lengths, (one, other) => {
        const [a, b] = [newCode(one), newCode(other)];
        expect(normaliseCode(a) === normaliseCode(b)).toBe(a === b);
      }),
    );
  });

  it('reads full-width letters as letters', () => {
    expect(normaliseCode('７ｋｑｍ')).toBe('7KQM');
  });
});

describe('couldBeCode', () => {
  it('holds for every code of that length, however it is typed, and for no other', () => {
    fc.assert(
      fc.property(typed, lengths, ({ code, typed: text }, length) => {
        expect(couldBeCode(text, length)).toBe(code.replaceAll('-', '').length === length);
      }),
    );
  });

  it('does not hold for a letter that no code has', () => {
    for (const wrong of [
      'ABCD-EFGH-JKL0',
      'ABCD-EFGH-JKLI',
      'ABCD-EFGH-JKLÉ',
      'ABCD-EFGH-JKL',
      '',
    ]) {
      expect(couldBeCode(wrong, codeLengths.class)).toBe(false);
    }
  });
});
