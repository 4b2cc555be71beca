import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForFacts, statesFact, vitalShare } from './facts.ts';

const states = (text: string, ...any: string[]) => statesFact(text, { any });

describe('statesFact', () => {
  it('looks past accents, case, apostrophes, ligatures, no-break spaces and bold type', () => {
    expect(
      states('L’**Équipe** d’à côté coûte 30\u00a0000\u202f€ ; cœur', "l'equipe d'a cote"),
    ).toBe(true);
    expect(states('coûte 30\u00a0000\u202f€', '30 000 €')).toBe(true);
    expect(states('le cœur du sujet', 'coeur')).toBe(true);
  });

  it('looks past markers and line breaks', () => {
    expect(states('traite par lots [1]\nchaque nuit [12].', 'par lots chaque nuit.')).toBe(true);
  });

  it('begins where a word begins, and ends anywhere in it', () => {
    expect(states('les positions', 'position')).toBe(true);
    expect(states('les compositions', 'position')).toBe(false);
    expect(states("l'offset", 'offset')).toBe(true);
  });

  it('takes numbers whole', () => {
    expect(states('7 jours', '7')).toBe(true);
    expect(states('70 jours', '7')).toBe(false);
    expect(states('7,5 %', '7')).toBe(false);
    expect(states('0,5 %', '5')).toBe(false);
    expect(states('17 jours', '7')).toBe(false);
    expect(states('en 7, puis 8', '7')).toBe(true);
    expect(states('70 jours, puis 7', '7')).toBe(true);
  });

  it('takes any of the wordings, and no empty one', () => {
    expect(states('every day', 'quotidien', 'every day')).toBe(true);
    expect(states('every day', 'quotidien', 'daily')).toBe(false);
    expect(states('every day', '**')).toBe(false);
  });

  it('finds any run of words of a text in it', () => {
    const word = fc.constantFrom('Été', 'l’offset', '30', 'cœur', 'données', '3,5', 'ça', '😀');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.nat(9), fc.nat(9), (words, a, b) => {
        const some = words.slice(Math.min(a, b), Math.max(a, b));
        fc.pre(some.length > 0);
        expect(states(words.join(' '), some.join('\u00a0'))).toBe(true);
      }),
    );
  });
});

describe('foldForFacts', () => {
  it('does nothing more when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = foldForFacts(text.replace(/[[\]]/g, ''));
        expect(foldForFacts(once)).toBe(once);
      }),
    );
  });
});

describe('vitalShare', () => {
  it('counts the vital facts only', () => {
    const nugget = (text: string, importance: 'vital' | 'okay') => ({
      text,
      importance,
      any: [text],
    });
    const nuggets = [nugget('un', 'vital'), nugget('deux', 'vital'), nugget('trois', 'okay')];
    expect(vitalShare('un, trois', nuggets)).toBe(0.5);
    expect(vitalShare('un, deux', nuggets)).toBe(1);
    expect(vitalShare('', nuggets)).toBe(0);
  });
});
