import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareQuestion, formOf } from './question-forms.ts';

const questions = {
  definition: ["Qu'est-ce qu'un entrepôt ?", 'C’est quoi un lac ?', 'What is a data lake?'],
  difference: [
    'Quelle différence entre un lac et un entrepôt ?',
    'lac vs entrepôt',
    'How do they differ?',
  ],
  list: ['Quels sont les livrables ?', 'Cite les rôles.', 'What are the main criteria?'],
  count: ['Combien de zones ?', 'How many zones are there?', 'Quel est le taux de rejet ?'],
  duration: ['Combien de temps garde-t-on les journaux ?', 'How long does it take?'],
  when: [
    'Quand purge-t-on le cache ?',
    'En quelle année Unix est-il sorti ?',
    'How often is it run?',
  ],
  who: ['Qui valide le schéma ?', 'Who owns the data?'],
  where: ['Où stocke-t-on les images ?', 'Where are the logs?'],
  why: ['Pourquoi partitionner ?', 'À quoi sert un index ?', 'Why do we hash?'],
  steps: ['Quelles sont les étapes de la reprise ?', 'How do I restore a backup?'],
  example: ['Donne un exemple de clé.', 'Give me an example of a key.'],
  'yes-no': ['Peut-on supprimer une table ?', 'Is it allowed to share it?'],
  which: ['Quel outil choisir ?', 'Which tool is used?'],
  open: ['entrepôt colonnes', 'résilience'],
} as const;

const rows = Object.entries(questions).flatMap(([form, all]) =>
  all.map((question) => ({ form, question })),
);

describe('formOf', () => {
  it.each(rows)('reads "$question" as $form', ({ form, question }) => {
    expect(formOf(question)).toBe(form);
  });

  it('does not depend on capitals, accents, the apostrophe or a greeting', () => {
    for (const { form, question } of rows) {
      const bare = question.normalize('NFD').replace(/\p{M}/gu, '');
      const typed = [question.toUpperCase(), bare, question.replace(/'/g, '’'), ` ${question}\n`];
      for (const one of [...typed, `Bonjour, ${question}`])
        expect([one, formOf(one)]).toEqual([one, form]);
    }
  });

  it('has a form for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(Object.keys(questions)).toContain(formOf(text));
      }),
    );
  });
});

describe('bareQuestion', () => {
  it('takes the polite opening off and folds the rest', () => {
    expect(bareQuestion('Bonjour, s’il vous plaît, QUAND  purge-t-on ?')).toBe(
      'quand purge-t-on ?',
    );
  });

  it('keeps a question that is nothing but polite', () => {
    expect(bareQuestion('Bonjour')).toBe('bonjour');
  });

  it('is itself when read again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rows.map(({ question }) => question)), (question) => {
        expect(bareQuestion(bareQuestion(question))).toBe(bareQuestion(question));
      }),
    );
  });
});
