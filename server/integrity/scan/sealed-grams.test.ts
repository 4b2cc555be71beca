import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSealedGrams } from './sealed-grams.ts';

const word = fc.stringMatching(/^[a-z]{3,8}$/);
const text = fc.array(word, { minLength: 5, maxLength: 30 });

describe('createSealedGrams', () => {
  it('finds any five words in a row of a sealed text, wherever they stand', () => {
    fc.assert(
      fc.property(text, fc.nat(), text, (sealed, at, around) => {
        const start = at % (sealed.length - 4);
        const run = sealed.slice(start, start + 5);
        const grams = createSealedGrams([{ owner: 'x', text: sealed.join(' ') }], []);
        expect(grams.has([...around, ...run, ...around].join(' '))).toBe(true);
      }),
    );
  });

  it('finds no run of four, and none that a public text prints', () => {
    fc.assert(
      fc.property(text, (sealed) => {
        const whole = sealed.join(' ');
        const grams = createSealedGrams([{ owner: 'x', text: whole }], []);
        expect(grams.has(sealed.slice(0, 4).join(' '))).toBe(false);
        expect(createSealedGrams([{ owner: 'x', text: whole }], [whole]).has(whole)).toBe(false);
      }),
    );
  });

  it('counts neither accents nor case nor punctuation, and names the owner', () => {
    const grams = createSealedGrams([{ owner: 'x', text: 'Où l’été, déjà, s’achève tôt ici' }], []);
    expect(grams.ownersIn('OU L’ETE DEJA S’ACHEVE TOT ICI').get('x')).toBeGreaterThan(0);
  });
});
