import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten } from './place-label.ts';

describe('shorten', () => {
  it('never passes the limit, and begins as the text does', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 2, max: 40 }),
        (text, limit) => {
          const short = shorten(text, limit);
          expect(short.length).toBeLessThanOrEqual(limit);
          expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
          expect(short.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it('cuts between words', () => {
    expect(shorten('Une valeur valide', 14)).toBe('Une valeur…');
    expect(shorten('Une valeur', 10)).toBe('Une valeur');
  });
});
