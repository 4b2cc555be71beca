import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSolutionValues } from './solution-values.ts';

const solution =
  '| Taux de couverture des agences | ≥ 97 % |\nAlerte au-delà de 12 minutes de retard.';
const values = createSolutionValues([solution], ['Le retard du projet est de 3 mois.']);

describe('createSolutionValues', () => {
  it.each([
    'On vise une couverture de 97 % dans les agences.',
    'Couverture des agences : 97%',
    'Une alerte part après 12 minutes.',
  ])('knows a figure with two of its words in “%s”', (sentence) =>
    expect(values.has(sentence)).toBe(true),
  );

  it.each([
    'La couverture des agences est bonne.',
    'Il est 97 % sûr.',
    'Couverture parfaite : 97 %.',
    'Couverture : 42 % des agences.',
  ])('knows none in “%s”', (sentence) => expect(values.has(sentence)).toBe(false));

  it('leaves to everyone what a public text says', () => {
    expect(createSolutionValues([solution], [solution]).has(solution)).toBe(false);
  });

  it('finds nothing without a figure', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{0,60}$/), (text) => {
        expect(values.has(text)).toBe(false);
      }),
    );
  });
});
