import { describe, expect, it } from 'vitest';
import { measuresIn } from './measures.ts';

describe('measuresIn', () => {
  it.each([
    ['quel est le budget de la criee', 'combien coute la criee'],
    ['date de rendu du projet', 'en quelle annee est-il sorti'],
    ['taille maximale d’un message', 'what is the size of a message'],
    ['quel port utilise le courtier', 'port par defaut'],
  ])('finds one kind in "%s" and "%s"', (a, b) => {
    expect(measuresIn(a).some((kind) => measuresIn(b).includes(kind))).toBe(true);
  });

  it('tells prices from dates, and finds none where none is asked for', () => {
    expect(measuresIn('prix du filet')).not.toEqual(measuresIn('date du filet'));
    expect(measuresIn('a quoi sert un filet ?')).toEqual([]);
  });
});
