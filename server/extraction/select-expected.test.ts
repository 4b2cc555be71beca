import { describe, expect, it } from 'vitest';
import {
  extractionTools,
  type FakeQuestion,
  promptInput,
  promptSources,
} from '../testing/extraction-tools.ts';
import { extractAnswer } from './extract-answer.ts';

const sources = promptSources(
  [
    'Le lac',
    'Usages',
    'Un lac garde tout. Sans catalogue, plus personne ne sait ce qu’il contient.',
  ],
  [
    'Le lac',
    'Règles',
    'Trois règles le gardent propre :\n\n- un catalogue\n- des accès\n- des durées\n',
  ],
  ['L’entrepôt', '', 'Un entrepôt est propre. Il est rempli chaque nuit à 2 heures.'],
);
const expected: FakeQuestion[] = [
  {
    source: 1,
    asks: ['pourquoi mon dossier devient un bazar ?', 'c’est le foutoir, pourquoi ?'],
    quotes: ['Sans catalogue, plus personne ne sait ce qu’il contient.'],
  },
  {
    source: 2,
    asks: ['comment éviter le bazar ?', 'éviter le foutoir', 'tenir propre'],
    quotes: ['Trois règles le gardent propre :', 'un catalogue', 'des accès', 'des durées'],
  },
  {
    source: 3,
    asks: ['à quelle heure on charge ?'],
    quotes: ['Il est rempli chaque nuit à 2 heures.'],
  },
];

const quoted = (question: string, questions: FakeQuestion[] = expected) =>
  [
    ...extractAnswer(
      promptInput(question, sources),
      extractionTools(sources, { expected: questions }),
    ).matchAll(/\[\[\d+\|([\s\S]*?)\]\]/g),
  ].map(([, quotation]) => quotation);

describe('an answer to an expected question', () => {
  it('is the sentence that the trainer pointed at, though it shares no word with the question', () => {
    const question = 'pourquoi ça devient un bazar, mon dossier ?';
    expect(quoted(question)[0]).toBe('Sans catalogue, plus personne ne sait ce qu’il contient.');
    expect(quoted(question, [])).toEqual([]);
  });

  it('shows a list as one, behind its lead-in', () => {
    expect(quoted('comment éviter le bazar')).toEqual([
      'Trois règles le gardent propre :',
      'un catalogue',
      'des accès',
      'des durées',
    ]);
  });

  it('is not given to a question about other things', () => {
    expect(quoted('quelle est la capitale du Pérou ?')).toEqual([]);
  });
});
