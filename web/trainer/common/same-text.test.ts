import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameText } from './same-text.ts';

describe('sameText', () => {
  it('holds of every text and itself, whatever is around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sameText(` ${text} `, text)).toBe(true);
      }),
    );
  });

  it('asks for no typographic key', () => {
    expect(sameText("l'été 2027 - data", 'L’été\u00a02027 - Data')).toBe(true);
  });

  it('tells different names apart', () => {
    expect(sameText('Printemps 2027', 'Printemps 2026')).toBe(false);
    expect(sameText('', 'Printemps 2026')).toBe(false);
  });
});
