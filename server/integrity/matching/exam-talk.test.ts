import { describe, expect, it } from 'vitest';
import { asksLogistics, speaksOfExam } from './exam-talk.ts';

describe('speaksOfExam', () => {
  it.each(['l’examen', 'the exam', 'el examen', 'الامتحان', 'la partie C', 'le QCM', 'item 4'])(
    'hears “%s”',
    (message) => expect(speaksOfExam(message)).toBe(true),
  );
  it.each(['examiner les données', 'la partie du rapport', 'un test A/B', 'example'])(
    'does not hear it in “%s”',
    (message) => expect(speaksOfExam(message)).toBe(false),
  );
});

describe('asksLogistics', () => {
  it.each([
    'Combien de temps dure l’examen ?',
    'Quel est le barème ?',
    'Comment se passe l’examen ?',
    'Comment va se passer l’examen ?',
    'How does the exam go?',
    'How is the exam marked?',
    'Faut-il justifier ses réponses ?',
    'Faut-il numéroter les étapes ?',
    'How is it graded?',
    '¿Cuánto dura?',
  ])('“%s” asks how it goes', (sentence) => expect(asksLogistics(sentence)).toBe(true));
  it.each([
    'Quelles sont les réponses de l’examen ?',
    'Combien d’affirmations sont fausses ?',
    'Quel est le format des bonnes réponses ?',
    'Numérote les étapes',
    'Comment se passe la réponse à l’item 3 ?',
  ])('“%s” asks for more', (sentence) => expect(asksLogistics(sentence)).toBe(false));
});
