import { describe, expect, it } from 'vitest';
import { fakeDocument } from '../testing/fakes.ts';
import { starterQuestions } from './starters.ts';

const lessons = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    fakeDocument('texte', { id: `l${at}`, title: `Leçon ${at}` }),
  );

describe('starterQuestions', () => {
  it('gives up to four different questions, one per document, in the document’s language', () => {
    for (const count of [0, 1, 3, 4, 5, 7, 8, 40]) {
      const starters = starterQuestions(lessons(count));
      expect(starters).toHaveLength(Math.min(4, count));
      expect(new Set(starters.map(({ question }) => question)).size).toBe(starters.length);
    }
    const [english] = starterQuestions([fakeDocument('text', { language: 'en', title: 'Kafka' })]);
    expect(english).toEqual({ language: 'en', question: 'What should I remember of “Kafka”?' });
  });

  it('prefers lessons, spread over the course', () => {
    const documents = [fakeDocument('énoncé', { kind: 'project', title: 'Projet' }), ...lessons(8)];
    const questions = starterQuestions(documents).map(({ question }) => question);
    expect(questions.join(' ')).not.toContain('Projet');
    expect(questions.map((question) => /\d/.exec(question)![0])).toEqual(['0', '2', '4', '6']);
  });

  it('asks of a French course in English too, for who reads the page in English', () => {
    const starters = starterQuestions([
      fakeDocument('## RPO et RTO\n\nTexte.', { id: 'l', title: 'Sauvegarde' }),
      fakeDocument('énoncé', { id: 'p', kind: 'project', title: 'Projet 3 – Laplace' }),
      fakeDocument('énoncé', { id: 's', kind: 'scenario', title: 'Scénario 2 – Banque' }),
    ]);
    const of = (language: string) =>
      starters.filter((one) => one.language === language).map(({ question }) => question);
    expect(of('fr').slice(0, 3)).toEqual([
      'Quelle est la différence entre RPO et RTO\u00a0?',
      'Quels sont les livrables du projet 3\u00a0?',
      'Quel problème se pose dans le scénario 2\u00a0?',
    ]);
    expect(of('en')).toEqual([
      'What is the difference between RPO and RTO?',
      'What are the deliverables of project 3?',
      'What problem does scenario 2 raise?',
    ]);
  });
});
