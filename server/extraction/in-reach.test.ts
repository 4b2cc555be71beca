import { describe, expect, it } from 'vitest';
import {
  extractionTools,
  type FakeQuestion,
  promptInput,
  promptSources,
} from '../testing/extraction-tools.ts';
import { consider } from './consider.ts';

const sources = promptSources(
  [
    'Scénario 4 – La criée de ShopMer',
    'Contexte',
    'ShopMer est une criée. ShopMer vend le poisson du matin.',
  ],
  [
    'Mesurer la vente',
    'Part de marée',
    'La part de marée est la part des prises d’un port. Si ShopMer pèse 300 caisses, la part de marée de ShopMer vaut 30 %.',
  ],
  ['Examen de matelotage', 'Durée', 'L’examen dure 40 minutes.'],
  [
    'Surveiller',
    'Coûts',
    'L’examen d’une alerte coûte 5 €. Un filet est déconseillé par gros temps. Un filet prend le poisson.',
  ],
);
const expected: FakeQuestion[] = [
  {
    source: 2,
    asks: ['exemple de part de marée', 'part de marée de ShopMer dans l’exemple', 'calcul part'],
    quotes: ['Si ShopMer pèse 300 caisses, la part de marée de ShopMer vaut 30 %.'],
  },
];
const told = (question: string, some: readonly FakeQuestion[] = expected) =>
  consider(
    promptInput(question, sources),
    extractionTools(sources, { expected: [...some] }),
  )?.selection.parts.map(({ candidate }) => candidate.quote) ?? [];

describe('what may answer', () => {
  it('is the case that is named, and beyond it what a sure expected question points at', () => {
    const question = 'part de marée ShopMer dans l’exemple';
    expect(told(question)[0]).toContain('30 %');
    expect(told(question, []).join(' ')).not.toContain('30 %');
  });

  it('is nothing where the exam is asked about', () => {
    expect(told('combien coûte l’examen de rattrapage ?')).toEqual([]);
    expect(told('la 3 de l’examen c’est quoi ?')).toEqual([]);
    expect(told('combien coûte l’examen d’une alerte ?').join(' ')).toContain('5 €');
  });

  it('advises against where the question asks when not', () => {
    const [first, ...more] = told('Quand ne faut-il pas utiliser un filet ?');
    expect(first).toContain('déconseillé');
    expect(more).toEqual([]);
  });
});
