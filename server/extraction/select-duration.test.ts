import { expect, it } from 'vitest';
import { extractionTools, promptInput, promptSources } from '../testing/extraction-tools.ts';
import { extractAnswer } from './extract-answer.ts';

const sources = promptSources([
  'Exercice de pilotage',
  'Énoncé',
  'Le pilote vise une attente de 2 secondes à chaque amer.\n\nPour l’exercice de pilotage, tracez une route.\n\nDurée : 45 min à la barre.\n',
]);
const ask = (question: string) =>
  extractAnswer(promptInput(question, sources), extractionTools(sources));

it('gives the duration that is stated as one', () => {
  const answer = ask('Combien de temps pour l’exercice de pilotage ?');
  expect(answer).toContain('45 min');
  expect(answer).not.toContain('2 secondes');
});

it('gives another one where that is asked for', () => {
  expect(ask('Combien de temps dure l’attente à chaque amer ?')).toContain('2 secondes');
});
