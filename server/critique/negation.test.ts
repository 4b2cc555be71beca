import { describe, expect, it } from 'vitest';
import { denials } from './negation.ts';
import { tokensOf } from './token.ts';

/** Which words of a sentence are denied. */
function denied(sentence: string): readonly string[] {
  const tokens = tokensOf(sentence, { start: 0, end: sentence.length });
  return denials(tokens).flatMap((by, at) => (by === null || by === at ? [] : [tokens[at]!.word]));
}

describe('denials', () => {
  it.each([
    ['Nous n’utiliserons pas de données clients.', 'clients'],
    ['On utilise pas les clics.', 'clics'],
    ['Sans historique ni profil.', 'profil'],
    ['Aucune donnée personnelle ne sort.', 'personnelle'],
    ['We will not use the purchase history.', 'history'],
    ['We won’t use clicks.', 'clicks'],
    ['We work without customer data.', 'customer'],
    ['Au lieu de la navigation, on prend autre chose.', 'navigation'],
    ['Nous excluons l’historique.', 'historique'],
    ['On ne garde pas les clics, les pages vues ni les paniers.', 'paniers'],
  ])('denies in %j the word %j', (sentence, word) => {
    expect(denied(sentence)).toContain(word);
  });

  it.each([
    ['Nous utilisons les données clients.', 'clients'],
    ['On n’utilise pas le profil, mais on lit les clics.', 'clics'],
    ['On ne lit pas le profil, nous prenons l’historique.', 'historique'],
    ['Nous n’utilisons que les clics.', 'clics'],
    ['Pas seulement les clics, l’historique aussi.', 'clics'],
    ['Not only clicks but also history.', 'clicks'],
    ['No later than the click, the page changes.', 'page'],
    ['Le client part sans rien acheter. On lit ses clics.', 'clics'],
  ])('leaves in %j the word %j', (sentence, word) => {
    expect(denied(sentence)).not.toContain(word);
  });
});
