import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goldShare, groundedness } from './groundedness.ts';

const quote =
  'Kafka conserve les messages pendant 7 jours par défaut, et les répartit en partitions.';
const citations = [{ marker: 1, quote, documentId: 'lecon' }];
const reasons = (text: string) =>
  groundedness(text, citations).ungrounded.map(({ reason }) => reason);

describe('groundedness', () => {
  it('accepts what the quotation says, and lead-ins', () => {
    expect(reasons('Kafka conserve les messages pendant 7 jours par défaut [1].')).toEqual([]);
    expect(
      reasons(
        'Oui. Voici comment cela fonctionne :\n- Kafka répartit les messages en partitions [1].',
      ),
    ).toEqual([]);
  });

  it.each([
    ['Kafka conserve les messages pendant 70 jours par défaut [1].', 'a number'],
    ['Kafka ne conserve pas les messages pendant 7 jours par défaut [1].', 'a negation'],
    ['Par défaut, conserve Pulsar les messages pendant 7 jours en partitions [1].', 'a name'],
    ['Les brokers élisent un contrôleur pour chaque grappe [1].', 'other words'],
    ['Kafka conserve les messages pendant 7 jours par défaut.', 'no quotation'],
    ['Kafka conserve les messages pendant 7 jours par défaut [2].', 'no quotation'],
  ])('rejects %s', (text, reason) => expect(reasons(text)).toEqual([reason]));

  it('is never better for a sentence more that nothing bears, and whole for the quotations themselves', () => {
    const sentence = fc.constantFrom(quote, 'Spark calcule en mémoire sur plusieurs machines.');
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (sentences) => {
        const text = sentences.map((one, at) => `${one.slice(0, -1)} [${at + 1}].`).join(' ');
        const own = sentences.map((one, at) => ({ marker: at + 1, quote: one, documentId: 'd' }));
        const before = groundedness(text, own);
        expect(before).toEqual({ sentences: sentences.length, ungrounded: [] });
        const after = groundedness(`${text} Personne ne répondra jamais à cette question.`, own);
        expect(after.ungrounded).toHaveLength(1);
      }),
    );
  });
});

describe('goldShare', () => {
  const at = (documentId: string, start: number, end: number) => ({ documentId, start, end });
  it('is the share of quotations that overlap a gold place', () => {
    const gold = [at('a', 10, 20)];
    expect(goldShare([at('a', 19, 30), at('a', 20, 30), at('b', 10, 20)], gold)).toBeCloseTo(1 / 3);
    expect(goldShare([], gold)).toBeNull();
  });
});
