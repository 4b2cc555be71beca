import { describe, expect, it } from 'vitest';
import { extractionTools, promptInput, promptSources } from '../testing/extraction-tools.ts';
import { extractAnswer } from './extract-answer.ts';

const sources = promptSources(
  [
    'Les gens du port',
    'Les métiers',
    '- **Grutier / Lamaneur** : lève les caisses et amarre les navires.\n- **Jaugeur** : pèse les caisses à la balance.\n- **Pilote (hauturier)** : guide les navires jusqu’au quai.\n- **Vigie** : surveille la houle depuis la tour.',
  ],
  ['Les navires', '', 'Le cargo porte des caisses. Une vigie dort peu. Le cargo suit la côte.'],
);
const ask = (question: string) =>
  extractAnswer(promptInput(question, sources), extractionTools(sources)).replace(
    /\s*\[\[[^\]]*\]\]/g,
    '',
  );

describe('an item whose head was asked about', () => {
  it.each([
    ['Que fait un lamaneur ?', 'lève les caisses'],
    ['C’est quoi un grutier ?', 'lève les caisses'],
    ['Que fait un jaugeur ?', 'pèse les caisses'],
    ['Que fait un pilote ?', 'guide les navires'],
  ])('answers alone: %s', (question, told) => {
    const answer = ask(question);
    expect(answer).toContain(told);
    expect(answer.split('\n')).toHaveLength(1);
    for (const other of ['lève', 'pèse', 'guide', 'surveille'].filter((one) => !told.includes(one)))
      expect(answer).not.toContain(other);
  });

  it('takes along no sentence that only mentions it', () => {
    expect(ask('C’est quoi une vigie ?')).not.toContain('dort peu');
  });
});

describe('an item of which what was asked is said', () => {
  it.each([
    ['Qui pèse les caisses ?', 'Jaugeur'],
    ['Qui guide les navires jusqu’au quai ?', 'Pilote'],
    ['Quel métier surveille la houle ?', 'Vigie'],
  ])('answers alone: %s', (question, who) => {
    const answer = ask(question);
    expect(answer).toContain(who);
    expect(answer.split('\n')).toHaveLength(1);
  });

  it('does not answer alone where two items say it alike', () => {
    const answer = ask('Qui lève ou guide les navires et les caisses ?');
    expect(answer).not.toMatch(/^Jaugeur[^\n]*$/);
  });
});
