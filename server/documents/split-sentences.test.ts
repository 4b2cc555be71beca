import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../language/detect-language.ts';
import { processorMs } from '../testing/processor-ms.ts';
import { splitSentences } from './split-sentences.ts';

const split = (text: string, language?: Language) =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

const anyText = fc
  .array(
    fc.constantFrom(
      'Le mot',
      'le mot',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '.',
      '!',
      '?',
      '…',
      ':',
      '« ',
      ' »',
      '(',
      ')',
      '**',
      'M.',
      'etc.',
      'p. ex.',
      '1.',
      '3,14',
      'a.fr',
      '🎉',
      '👉',
      'É',
      'J.',
      '\u00a0',
      '-',
      '"',
      '’',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('splitSentences', () => {
  it('gives trimmed spans in order that leave out nothing but white space', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme' })), (text) => {
        let at = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(at, start).trim()).toBe('');
          const sentence = text.slice(start, end);
          expect(sentence).toBe(sentence.trim());
          expect(sentence).not.toBe('');
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('finds again the sentences that were joined', () => {
    const sentence = fc.constantFrom(
      'Le data engineer construit des pipelines.',
      'M. Dupont et Mme Roy, p. ex., citent l’art. 9 du RGPD (cf. annexe 2).',
      'Le taux est de 1,5 % à 3.14 et la version 2.0.1 !',
      '« Est-ce utile ? » demanda-t-elle.',
      'Voir pyproject.toml, www.exemple.fr et Node.js…',
      'J.-P. Martin est à l’O.N.U. depuis 1999.',
      'Dr. Smith met J. Doe at 5 p.m. in the U.S. Army office, e.g. on Fig. 3.',
      'Bravo !!! 🎉',
      '**En gras.**',
      'Kafka, Spark, etc.',
      'Pourquoi ?!',
      '(Une parenthèse entière.)',
    );
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1 }),
        fc.constantFrom(' ', '\n', '  \n', '\u00a0'),
        (list, gap) => {
          expect(split(list.join(gap))).toEqual(list);
        },
      ),
    );
  });

  it.each<[string, string[]]>([
    ['Ligne une\nsuite. Fin\n\nAutre', ['Ligne une\nsuite.', 'Fin', 'Autre']],
    [
      '1. Le premier point. 2. Le second.\n3. Le troisième',
      ['1. Le premier point.', '2. Le second.', '3. Le troisième'],
    ],
    ['Fin. 👉 Résultat attendu : oui', ['Fin.', '👉 Résultat attendu : oui']],
    ['Il dit « Non ! » Puis il part', ['Il dit « Non ! »', 'Puis il part']],
    ['He said "no." Then he left', ['He said "no."', 'Then he left']],
    ['C’est le plan B. Ensuite, le plan C', ['C’est le plan B.', 'Ensuite, le plan C']],
    ['Elle utilise des modèles. dbt les compile', ['Elle utilise des modèles.', 'dbt les compile']],
    ['Durée 15 min. Pause de 5 min. max.', ['Durée 15 min.', 'Pause de 5 min. max.']],
    ['Kafka… mais oui… Alors', ['Kafka… mais oui…', 'Alors']],
    ['No. 5 is ready. No. I wait', ['No. 5 is ready.', 'No.', 'I wait']],
    ['Ah ! te voilà ? oui', ['Ah ! te voilà ? oui']],
    ['... suite', ['... suite']],
    ['...', ['...']],
    ['', []],
    [' \n\n ', []],
  ])('splits %j', (text, sentences) => expect(split(text)).toEqual(sentences));

  it('knows the abbreviations of the language it is told, or of both', () => {
    expect(split('Nous citons Me. Roy', 'fr')).toHaveLength(1);
    expect(split('Nous citons Me. Roy', 'en')).toHaveLength(2);
    expect(split('We met Mrs. Roy and Me. Roy')).toHaveLength(1);
  });

  it.each([
    'mot ',
    '. ',
    'a. ',
    'A.  ',
    'a!)',
    'a1.',
    'a ! ',
    '…',
    '\n ',
    'a.\n',
    '« ',
    'p. ex. ',
    '🎉! ',
    'a.»',
  ])('takes linear time on %j two hundred thousand times', (part) => {
    const begin = processorMs();
    splitSentences(part.repeat(200_000));
    expect(processorMs() - begin).toBeLessThan(3_000);
  });
});
