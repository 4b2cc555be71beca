import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unsupportedSentences } from './unsupported-sentences.ts';

const named = (text: string, droppedAt: readonly number[] = []) =>
  unsupportedSentences(text, droppedAt).map(({ start, end }) => text.slice(start, end));

describe('unsupportedSentences', () => {
  it.each([
    ['Kafka garde tous les messages [1].', []],
    ['Kafka garde tous les messages. [1]', []],
    ['[1] Kafka garde tous les messages.', []],
    [
      'Kafka garde tout. [1] Il les efface après une semaine.',
      ['Il les efface après une semaine.'],
    ],
    ['Trois étapes suivent dans cet ordre :\n- la première étape [1]', []],
    ['Faut-il garder tous les messages ?', []],
    ['Bien sûr.', []],
    ['**Kafka suit quatre étapes dans cet ordre :**\n\n- **la première** étape [1]', []],
    ['Kafka garde tout [1]. Le cours ne donne pas le prix de Kafka.', []],
    ['Les extraits que j’ai ne précisent pas la taille d’un message.', []],
    ['The course does not give the price of Kafka.', []],
    ['Je vous laisse rédiger le rapport, mais voici ce qu’il contient.', []],
    ['Je ne peux pas rédiger ce rapport à votre place.', []],
    ['I cannot write the report for you.', []],
    [
      'Le cours ne donne pas le prix, mais Kafka coûte 300 € par mois.',
      ['Le cours ne donne pas le prix, mais Kafka coûte 300 € par mois.'],
    ],
    [
      'Le cours ne donne que trois étapes de Kafka.',
      ['Le cours ne donne que trois étapes de Kafka.'],
    ],
    ['Le cours de Kafka dure trois heures.', ['Le cours de Kafka dure trois heures.']],
    ['Je pense que Kafka est rapide.', ['Je pense que Kafka est rapide.']],
    ['Voici le code [1] :\n\n```python\nforet = fit(x, y, z)\nprint(foret, x, y, z)\n```\n', []],
    ['Voici le code [1] :\n\n```python\nforet = fit(x, y, z)\nprint(foret, x', []],
    ['', []],
  ])('of %j names %j', (text, sentences) => {
    expect(named(text)).toEqual(sentences);
  });

  it('names a sentence whose only quotation was removed, however short', () => {
    const text = 'Kafka dort. Kafka garde tout [1].';
    expect(named(text, ['Kafka dort'.length])).toEqual(['Kafka dort.']);
  });

  it('does not name a sentence that keeps another quotation', () => {
    const text = 'Kafka garde tous les messages [1].';
    expect(named(text, [5])).toEqual([]);
  });

  it('names spans of the text in order, none with a marker, none twice', () => {
    const piece = fc.constantFrom(
      'Kafka garde tous les messages',
      ' [1]',
      '. ',
      ' ? ',
      '\n\n',
      ' : ',
      '😊',
      'Il dort',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat(200)), (pieces, places) => {
        const text = pieces.join('');
        const spans = unsupportedSentences(
          text,
          places.filter((at) => at <= text.length),
        );
        let before = -1;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThan(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).not.toMatch(/\[\d+\]/);
          before = end - 1;
        }
      }),
    );
  });
});
