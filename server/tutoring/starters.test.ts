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
});
