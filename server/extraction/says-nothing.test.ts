import { describe, expect, it } from 'vitest';
import { extractionTools, promptInput, promptSources } from '../testing/extraction-tools.ts';
import type { PromptSource } from '../tutoring/answer-prompt.ts';
import { extractAnswer } from './extract-answer.ts';

const ask = (question: string, sources: readonly PromptSource[]) =>
  extractAnswer(promptInput(question, sources), extractionTools(sources));

describe('names without anything said of them', () => {
  const named = promptSources([
    'Choisir une coque',
    'Les coques',
    'Choisissez une de ces coques :\n\n- **Coque Mistral**\n- **Coque Tramontane**\n',
  ]);

  it('are no difference', () => {
    expect(ask('Quelle différence entre mistral et tramontane ?', named)).toBe('[[abstain]]');
  });

  it('become one as soon as something is said', () => {
    const told = promptSources([
      'Choisir une coque',
      'Les coques',
      '- **Mistral** : coque lourde et stable pour la haute mer.\n- **Tramontane** : coque légère et rapide pour les régates.\n',
    ]);
    expect(ask('Quelle différence entre mistral et tramontane ?', told)).toContain('régates');
  });

  it('are no definition', () => {
    const mentioned = promptSources([
      'Préparer un départ',
      'À rendre',
      'Chaque équipage rend une carte, deux relevés de houle (anémogramme) et un livret.',
    ]);
    expect(ask('C’est quoi un anémogramme ?', mentioned)).toBe('[[abstain]]');
    const defined = promptSources([
      'Préparer un départ',
      'À rendre',
      'Un anémogramme est un relevé de la force du vent.',
    ]);
    expect(ask('C’est quoi un anémogramme ?', defined)).toContain('force du vent');
  });
});
