import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../../testing/processor-ms.ts';
import { type Asks, readAsks } from './asks.ts';

const asked = (message: string): readonly string[] =>
  Object.entries(readAsks(message)).flatMap(([name, holds]) => (holds ? [name] : []));

const examples: readonly (readonly [keyof Asks, readonly string[]])[] = [
  [
    'role',
    [
      'c’est quel métier ?',
      'fait par qui ?',
      'on embauche qui pour ça ?',
      'who would you hire?',
      'which expert?',
      'ki fait ça',
      'explique qui s’en occupe',
      'le gars qui fait ça',
      '¿a quién se lo encargo?',
      'كل ليلة، من يقوم بذلك؟',
    ],
  ],
  [
    'verdict',
    [
      'vrai ou faux ?',
      'tu en penses quoi ?',
      'mythe ou réalité ?',
      'Fact-check this',
      'd’accord ou pas ?',
      'qu’est-ce qui cloche ?',
      '¿qué opinas?',
      'ما رأيك؟',
    ],
  ],
  [
    'before',
    ['avant ou après ?', 'je commence par quoi ?', 'do I start with this?', '¿empiezo por esto?'],
  ],
  ['order', ['range ces étapes', 'besoin > nettoyage > modèle', 'sort them', 'ponlos en fila']],
  ['write', ['rédige un paragraphe', 'four lines', 'listas para entregar']],
  ['explain', ['que veut dire AUC ?', 'comment ça marche ?', 'what is drift?', 'ما هو RAG؟']],
];

describe('readAsks', () => {
  it.each(examples.flatMap(([name, all]) => all.map((message) => [name, message] as const)))(
    '%s: %s',
    (name, message) => expect(asked(message)).toContain(name),
  );

  it.each([
    ['role', 'Le projet qui traite la fraude est long'],
    ['role', 'Quel est le rôle d’un index ?'],
    ['verdict', 'Demande juste un exemple'],
    ['verdict', 'D’accord. Que veut dire SMART ?'],
    ['order', 'Que mesure l’AUC ?'],
    ['order', 'Si a > b, que faire ?'],
  ])('does not read %s in “%s”', (name, message) => expect(asked(message)).not.toContain(name));

  it('depends on neither capitals nor accents nor the form of apostrophes', () => {
    const messages = examples.flatMap(([, all]) => all);
    fc.assert(
      fc.property(fc.constantFrom(...messages), (message) => {
        const other = message.toUpperCase().replace(/’/g, "'").normalize('NFD');
        expect(asked(other)).toEqual(asked(message));
      }),
    );
  });

  it('takes a time that grows with the length alone', () => {
    const started = processorMs();
    readAsks('a '.repeat(20_000));
    readAsks('abc>'.repeat(10_000));
    expect(processorMs() - started).toBeLessThan(2_000);
  });
});
