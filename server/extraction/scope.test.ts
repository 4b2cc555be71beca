import { describe, expect, it } from 'vitest';
import { extractionTools, promptInput, promptSources } from '../testing/extraction-tools.ts';
import { listCandidates } from './candidates.ts';
import { parseQuestion } from './parse-question.ts';
import { inScope, numberedCases } from './scope.ts';

const sources = promptSources(
  ['Scénario 1 – Veloria, loueur de vélos', 'Budget', 'Le budget est de 10 000 euros.'],
  ['Scénario 2 – Panidor, boulangerie', 'Budget', 'Le budget est de 20 000 euros.'],
  ['Scénario 12 – Nautix, chantier naval', 'Calendrier', 'Le budget est de 30 000 euros.'],
  ['Gérer un budget', '', 'Un budget prévoit les dépenses. Le scénario 2 sert d’exemple à tous.'],
);
const tools = extractionTools(sources);

/** Numbers of the sources that may answer. */
function scope(question: string, previous: string | null = null): readonly number[] {
  const input = promptInput(question, sources, {
    previous: previous === null ? null : { question: previous, link: 'subject' },
  });
  const kept = inScope(listCandidates(sources, tools), parseQuestion(input, tools));
  return [...new Set(kept.map(({ source }) => source))];
}

describe('inScope', () => {
  it('keeps to the scenario that is named by number', () => {
    expect(scope('Quel est le budget du scénario 1 ?')).toEqual([1]);
    expect(scope('What is the budget of scenario 12?')).toEqual([3]);
    expect(scope('budget scenario n°1')).toEqual([1]);
  });

  it('keeps a statement that names the scenario itself', () => {
    expect(scope('Quel est le budget du scénario 2 ?')).toEqual([2, 4]);
  });

  it('keeps to the scenario whose company is named, accents and capitals or not', () => {
    expect(scope('Quel est le budget de Panidor ?')).toEqual([2]);
    expect(scope('budget de VELORIA')).toEqual([1]);
    expect(scope('le budget chez nautix')).toEqual([3]);
  });

  it('keeps both of two', () => {
    expect(scope('Compare le budget de Veloria et celui de Panidor')).toEqual([1, 2]);
    expect(scope('Budget du scénario 1 et du scénario 12 ?')).toEqual([1, 3]);
    expect(scope('Compare le budget des scénarios 1 et 12')).toEqual([1, 3]);
    expect(scope('budget in scenarios 1, 2 and 12')).toEqual([1, 2, 3, 4]);
  });

  it('keeps nothing of a scenario that no source is about', () => {
    expect(scope('Quel est le budget du scénario 7 ?')).toEqual([]);
  });

  it('keeps everything when no case is named', () => {
    expect(scope('Comment gérer un budget ?')).toEqual([1, 2, 3, 4]);
    expect(scope('Qui est le chantier ?')).toEqual([1, 2, 3, 4]);
    expect(scope('Comment tenir un calendrier ?')).toEqual([1, 2, 3, 4]);
  });

  it('stays in the case of the question before, until another is named', () => {
    expect(scope('Et son budget ?', 'Que demande le scénario 1 ?')).toEqual([1]);
    expect(scope('Et son budget ?', 'Que demande Panidor ?')).toEqual([2]);
    expect(scope('Et le budget de Nautix ?', 'Quel est le budget de Panidor ?')).toEqual([3]);
    expect(scope('Et pour le scénario 1 ?', 'Quel est le budget du scénario 12 ?')).toEqual([1]);
    expect(scope('Et le budget ?', 'Que demande le scénario 7 ?')).toEqual([1, 2, 3, 4]);
  });
});

describe('numberedCases', () => {
  const named = (folded: string, title: string) =>
    numberedCases(folded).some((name) => name.test(title));

  it('finds a French title from an English question', () => {
    expect(named('the deliverables of project 3', 'projet 3 - plateforme')).toBe(true);
    expect(named('exercise 2', 'exercice 2')).toBe(true);
    expect(named('case b', 'cas b')).toBe(true);
  });

  it('does not take one number for the beginning of another', () => {
    expect(named('projet 1', 'projet 12')).toBe(false);
  });

  it('finds none in numbers of other things', () => {
    expect(numberedCases('les 3 etapes du projet')).toEqual([]);
  });
});
