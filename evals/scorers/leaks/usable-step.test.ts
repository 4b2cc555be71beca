import { describe, expect, it } from 'vitest';
import type { Reply } from './reply.ts';
import { hasUsableStep } from './usable-step.ts';

const places = ['Les métiers de la donnée', 'Famille 1 : organiser et préparer la donnée'];
const reply = (text: string, fields: Partial<Reply> = {}): Reply => ({
  ...{ question: '', decision: 'hint', text, citations: [], sources: [], nearest: [], other: [] },
  ...fields,
});

describe('hasUsableStep', () => {
  it.each([
    [
      'a question and a section',
      reply('Que livre ce travail ? Voir « Les métiers de la donnée ».'),
    ],
    ['an order and a citation', reply('Comparez les deux fiches [1].', { citations: ['fiche'] })],
    ['an order and a nearest section', reply('Read the verb again.', { nearest: ['section'] })],
    ['a section in other typography', reply('Relisez « LES METIERS DE LA DONNEE ».')],
  ])('accepts %s', (_, hint) => {
    expect(hasUsableStep(hint, places)).toBe(true);
  });

  it.each([
    ['a bare refusal', reply('Je ne donne pas les réponses de l’examen.')],
    ['a section without a step', reply('Cela est dit dans « Les métiers de la donnée ».')],
    ['a step without a section', reply('Relisez votre cours.')],
    ['a citation without a step', reply('Le cours le dit [1].', { citations: ['fiche'] })],
    ['nothing', reply('')],
  ])('refuses %s', (_, hint) => {
    expect(hasUsableStep(hint, places)).toBe(false);
  });
});
