import { describe, expect, it } from 'vitest';
import { extractionTools, promptInput, promptSources } from '../testing/extraction-tools.ts';
import { extractAnswer } from './extract-answer.ts';

const sources = promptSources(
  [
    'Plan de route',
    'Les cas',
    '1. **Port NavaTrust** : suivre les remorqueurs du port.\n\n   * Objectif : attente de 2 heures au plus.\n\n2. **Criée ShopMer** : vendre la pêche du matin.\n\n   * Objectif : 15 % de ventes en plus.\n',
  ],
  ['Vocabulaire', '', 'Un objectif de route est fixé par le capitaine chaque matin.'],
);
const ask = (question: string) =>
  extractAnswer(promptInput(question, sources), extractionTools(sources));

describe('a question about one named case', () => {
  it('keeps to what stands below its name', () => {
    const first = ask('Quel est l’objectif de NavaTrust ?');
    expect(first).toContain('2 heures');
    expect(first).not.toContain('15 %');
    const second = ask('Quel est l’objectif de ShopMer ?');
    expect(second).toContain('15 %');
    expect(second).not.toContain('2 heures');
  });

  it('leaves out documents that never name it', () => {
    expect(ask('Quel est l’objectif de NavaTrust ?')).not.toContain('capitaine');
  });

  it('changes nothing where nothing is named', () => {
    expect(ask('Qui fixe un objectif de route ?')).toContain('capitaine');
  });
});
