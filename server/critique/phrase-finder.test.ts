import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhraseFinder } from './phrase-finder.ts';
import { tokensOf } from './token.ts';

const known = new Set(['prairie', 'histoire', 'command']);
function found(phrase: string, text: string): boolean {
  const finder = createPhraseFinder([{ name: 'x', phrase }], (word) => known.has(word));
  return finder.find(tokensOf(text, { start: 0, end: text.length })).length > 0;
}

describe('createPhraseFinder', () => {
  it.each([
    ['historique achat', 'l’historique de ses achats', 'function words between'],
    ['recommand*', 'Nous recommanderons', 'any ending'],
    ['temps réel', 'en temps-réel', 'a hyphen'],
    ['page* vue*', 'les PAGES VUES', 'case and number'],
    ['détect* .. fraude*', 'détecter au plus vite les fraudes', 'words of any kind at two dots'],
    ['1,5 s', 'en 1,5 s', 'a decimal'],
    ['signal', 'des signaux', 'an irregular plural'],
  ])('finds %j in %j: %s', (phrase, text) => {
    expect(found(phrase, text)).toBe(true);
  });

  it.each([
    ['historique achat', 'l’historique. Les achats'],
    ['historique achat', 'l’historique très complet des achats'],
    ['clic', 'le client'],
    ['temps réel', 'le temps. Réel'],
  ])('does not find %j in %j', (phrase, text) => {
    expect(found(phrase, text)).toBe(false);
  });

  it.each([
    ['recommandation*', 'reqomandassion'],
    ['notification*', 'notifikations'],
    ['historique', 'istorique'],
    ['capteur*', 'kapteurs'],
    ['panne*', 'pane'],
    ['maintenance', 'maintenence'],
    ['recommendation*', 'recomendations'],
    ['seconde*', 'segondes'],
    ['adoption', 'adobtion'],
  ])('takes a slip for what was meant: %j as %j', (phrase, text) => {
    expect(found(phrase, text)).toBe(true);
  });

  it('takes no word that is spelt as a word should be for another', () => {
    expect(found('historique', 'histoire')).toBe(false);
    expect(found('prairies', 'prairie')).toBe(true);
  });

  it('finds a phrase whatever its accents, case and apostrophes', () => {
    const sentence = "Après l'achat, le client évalue la qualité du conseil d'équipe.";
    const dress = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.normalize('NFD').replace(/\p{M}/gu, ''),
      (text: string) => text.replaceAll("'", '’'),
      (text: string) => text.normalize('NFD'),
    );
    fc.assert(
      fc.property(dress, dress, (first, second) => {
        const dressed = second(first(sentence));
        for (const phrase of ['évalue la qualité', 'achat', 'conseil équipe']) {
          expect(found(phrase, dressed)).toBe(true);
        }
      }),
    );
  });
});
