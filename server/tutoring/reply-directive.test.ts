import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDirectiveReader } from './reply-directive.ts';

function read(pieces: readonly string[]) {
  const reader = createDirectiveReader();
  const parts = [...pieces.map((piece) => reader.push(piece)), reader.end()].filter(
    (part) => part !== null,
  );
  const directives = new Set(parts.map(({ directive }) => directive));
  expect(directives.size).toBe(1);
  return { directive: [...directives][0]!, text: parts.map(({ text }) => text).join('') };
}

const cut = (text: string, places: readonly number[]): string[] => {
  const at = [
    0,
    ...places.map((place) => place % (text.length + 1)).sort((a, b) => a - b),
    text.length,
  ];
  return at.slice(1).map((end, index) => text.slice(at[index], end));
};

describe('createDirectiveReader', () => {
  it.each([
    ['[[abstain]]', { directive: 'abstain', text: '' }],
    ['  \n[[abstain]] rien', { directive: 'abstain', text: 'rien' }],
    ['[[ABSTAIN]]', { directive: 'abstain', text: '' }],
    ['[[clarify]]\n Lequel des deux ?', { directive: 'clarify', text: 'Lequel des deux ?' }],
    ['[[1|Kafka garde]] tout.', { directive: 'answer', text: '[[1|Kafka garde]] tout.' }],
    ['[[abst', { directive: 'answer', text: '[[abst' }],
    ['[[abstained]]', { directive: 'answer', text: '[[abstained]]' }],
    ['\nKafka  garde.\n', { directive: 'answer', text: 'Kafka  garde.\n' }],
    ['', { directive: 'answer', text: '' }],
  ] as const)('reads %j, however it is cut', (reply, expected) => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 20 }), (places) => {
        expect(read(cut(reply, places))).toEqual(expected);
      }),
    );
  });

  it('loses nothing of an answer but the white space before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.nat(60)), (reply, places) => {
        expect(read(cut(`a${reply}`, places))).toEqual({ directive: 'answer', text: `a${reply}` });
      }),
    );
  });

  it('passes an answer on at once', () => {
    expect(createDirectiveReader().push('Kafka')).toEqual({ directive: 'answer', text: 'Kafka' });
    expect(createDirectiveReader().push('[[a')).toBeNull();
    expect(createDirectiveReader().push('[[1')).toEqual({ directive: 'answer', text: '[[1' });
  });
});
