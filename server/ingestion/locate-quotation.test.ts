import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateQuotation } from './locate-quotation.ts';

const text =
  'L’offset est un numéro.\nUn **topic** est un journal\nnommé (ou sujet) ; il a\u00a0des partitions.';

describe('locateQuotation', () => {
  it('finds every part of a text, to the letter', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        const quotation = text.slice(Math.min(a, b), Math.max(a, b)).trim();
        fc.pre(quotation !== '');
        const place = locateQuotation(text, quotation)!;
        expect(text.slice(place.start, place.end)).toBe(quotation);
      }),
    );
  });

  it.each([
    ["L'offset est un numéro.", 'L’offset est un numéro.'],
    ['un journal nommé (ou sujet) ; il a des', 'un journal\nnommé (ou sujet) ; il a\u00a0des'],
  ])('finds %j whatever its apostrophes and white space', (quotation, found) => {
    const place = locateQuotation(text, quotation)!;
    expect(text.slice(place.start, place.end)).toBe(found);
  });

  it.each(['Un topic est un journal', 'L’offset est un nombre', '.* est'])(
    'does not find %j',
    (quotation) => {
      expect(locateQuotation(text, quotation)).toBeNull();
    },
  );
});
