import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCitationGate, type FoundQuotation } from './citation-gate.ts';
import { findQuotation } from '../documents/find-quotation.ts';

const course = 'Kafka conserve les messages. Un topic est découpé en partitions : tab[[0]] et [x].';

const find = (source: number, quotation: string): FoundQuotation | null => {
  const span = source === 1 ? findQuotation(course, quotation) : null;
  return span && { ...span, documentId: 'kafka' };
};

function run(pieces: readonly string[]) {
  const gate = createCitationGate(find);
  let shown = '';
  for (const piece of pieces) shown += gate.push(piece);
  shown += gate.end();
  return { shown, ...gate.result() };
}

/** Cuts a text at the given places, surrogate pairs included: a stream knows nothing of them. */
const cut = (text: string, places: readonly number[]): string[] => {
  const at = [0, ...[...places].sort((a, b) => a - b), text.length];
  return at.slice(1).map((end, index) => text.slice(at[index], end));
};

describe('createCitationGate', () => {
  it('binds a quotation that the course holds to a marker', () => {
    const { shown, citations } = run(['Kafka garde tout [[1|Kafka conserve les messages]].']);
    expect(shown).toBe('Kafka garde tout [1].');
    expect(course.slice(citations[0]!.start, citations[0]!.end)).toBe(
      'Kafka conserve les messages',
    );
  });

  it('removes what cannot be found, with the space before it, and says where', () => {
    const { shown, citations, droppedAt } = run(['Kafka perd tout [[1|Kafka perd les messages]].']);
    expect(shown).toBe('Kafka perd tout.');
    expect(citations).toEqual([]);
    expect(droppedAt).toEqual(['Kafka perd tout'.length]);
  });

  it.each([
    '[[1|Kafka conserve les messages.]]',
    '[[1|« kafka conserve les messages »]]',
    '[[1|… conserve les messages …]]',
    '[[source 1|Kafka conserve les messages]]',
    '[1|Kafka conserve les messages]',
  ])('takes the quotation of %s', (citation) => {
    expect(run([`Oui ${citation}.`]).shown).toBe('Oui [1].');
    expect(run([...`Oui ${citation}.`]).shown).toBe('Oui [1].');
  });

  it('gives one marker to one quotation', () => {
    const { shown } = run(['a [[1|conserve les messages]] b [[1|conserve les messages]]']);
    expect(shown).toBe('a [1] b [1]');
  });

  it.each([
    '[2]',
    '[1, 2]',
    '[^1]',
    '[S1]',
    '[source 3]',
    '【1】',
    '[1',
    '[[1|Kafka conserve',
    '[[1]]',
    '[[',
  ])('never shows the made-up marker %s', (marker) => {
    const { shown, droppedAt } = run([`Oui ${marker}`]);
    expect(shown.trim()).toBe('Oui');
    expect(droppedAt).toHaveLength(1);
  });

  it.each(['tableau [clé]', 'a[i] = 3', '[ ] à faire', 'fin ['])(
    'leaves the plain text %s alone',
    (text) => {
      expect(run([text]).shown).toBe(text);
    },
  );

  it('takes a quotation that holds brackets', () => {
    expect(run(['x [[1|partitions : tab[[0]]]] y']).shown).toBe('x [1] y');
  });

  it.each([
    ['plain words', 'mot '.repeat(600)],
    ['brackets', 'a[0] '.repeat(500)],
    ['a bracket at its end', `${'mot '.repeat(600)}tab[0]`],
  ])('passes over a citation of %s that is too long, up to its end', (_, long) => {
    const reply = `Avant [[1|${long}]] après [[1|Kafka conserve les messages]].`;
    for (const pieces of [[reply], [...reply], reply.match(/[^]{1,7}/g)!]) {
      const { shown, droppedAt } = run(pieces);
      expect(shown).toBe('Avant après [1].');
      expect(droppedAt).toEqual(['Avant'.length]);
    }
  });

  it('keeps nothing of a citation that never ends', () => {
    const gate = createCitationGate(find);
    let shown = gate.push('[[1|');
    for (let word = 0; word < 250_000; word += 1) shown += gate.push('mot ');
    expect(shown).toBe('');
    expect(gate.end()).toBe('');
    expect(gate.result().droppedAt).toEqual([0]);
  });

  it('loses no sentence to a citation that a single bracket closes', () => {
    const reply =
      'A [[1|Kafka conserve les messages]. B [[1|inventé]. C [[1|Un topic est découpé]]. D [[1|et [x]. E.';
    for (const pieces of [[reply], [...reply]]) {
      const { shown, droppedAt } = run(pieces);
      expect(shown).toBe('A [1]. B. C [2]. D [3]. E.');
      expect(droppedAt).toEqual(['A [1]. B'.length]);
    }
  });

  it('takes a citation of the greatest length and none longer, however it is cut', () => {
    for (const [length, shown] of [
      [1_999, 'x [1].'],
      [2_000, 'x [1].'],
      [2_001, 'x.'],
      [2_002, 'x.'],
    ] as const) {
      const inside = `1|${' '.repeat(length - 14)}les messages`;
      expect(inside).toHaveLength(length);
      const reply = `x [[${inside}]].`;
      expect(run([reply]).shown).toBe(shown);
      expect(run([...reply]).shown).toBe(shown);
    }
  });

  it('shows the same, with no dangling marker, however the reply is cut', () => {
    const part = fc.constantFrom(
      'Kafka ',
      '[[1|Kafka conserve les messages]]',
      '[[2|rien]]',
      '[1|Un topic est découpé]',
      '[1|',
      '[[1|Kafka conserve les messages]',
      '[[1|',
      '2',
      '|x',
      '[[s1|Un topic]]',
      '[[1|inventé]]',
      '[3]',
      '[',
      ']',
      '[[',
      ']]',
      '|',
      `[[1|${'long '.repeat(420)}`,
      'é😀 ',
      '. ',
      '\n- ',
      '[1, 2]',
      '[^4]',
      '【2】',
      '[[1|et [x]]]',
      's',
      '1',
      '[S',
      ' ',
    );
    const reply = fc.array(part, { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(reply, fc.array(fc.nat(9_999), { maxLength: 40 }), (text, places) => {
        const whole = run([text]);
        const pieces = run(
          cut(
            text,
            places.map((place) => place % (text.length + 1)),
          ),
        );
        expect(pieces).toEqual(whole);
        expect(pieces.shown).toBe(pieces.text);
        for (const [, marker] of pieces.text.matchAll(/\[(\d+)\]/g)) {
          expect(Number(marker)).toBeLessThanOrEqual(pieces.citations.length);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
