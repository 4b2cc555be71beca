import { describe, expect, it } from 'vitest';
import { numberOrdinals } from './ordinals.ts';

describe('numberOrdinals', () => {
  it.each([
    ['quel est le deuxième scénario ?', 'quel est le scénario 2 ?'],
    ['le 3e scenario parle de quoi', 'le scenario 3 parle de quoi'],
    ['Le Second cas', 'Le cas 2'],
    ['what is the first case about?', 'what is the case 1 about?'],
    ['la seconde exercice', 'la exercice 2'],
  ])('writes %j as %j', (text, numbered) => {
    expect(numberOrdinals(text)).toBe(numbered);
  });

  it.each([
    'la première étape',
    'le deuxième projet',
    'premierscénario',
    'deuxième scénarioteur',
    'le scénario 2',
    'une deuxième fois le scénario',
  ])('leaves %j as it is', (text) => {
    expect(numberOrdinals(text)).toBe(text);
  });
});
