import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterItem } from '../register/register.ts';
import { itemsReferred, readReferences } from './references.ts';

const wordings: readonly ((part: string, number: number) => string)[] = [
  (part, number) => `${part}${number}`,
  (part, number) => `la question ${part}.${number} ?`,
  (part, number) => `partie ${part}, question ${number}`,
  (part, number) => `question ${number} of part ${part}`,
  (part, number) => `exercice ${part}, question ${number}`,
  (part, number) => `${part}, ligne ${number} ?`,
  (part, number) =>
    `item ${number} de la ${'première deuxième troisième'.split(' ')['ABC'.indexOf(part)]} partie`,
];

describe('readReferences', () => {
  it('reads any part and number, in any of its wordings', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('A', 'B', 'C'),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(...wordings),
        (part, number, wording) => {
          expect(readReferences(wording(part, number)).ids).toContain(`${part}${number}`);
        },
      ),
    );
  });

  it.each([
    ['la septième ligne de la première partie', 'A7'],
    ['partie une, numéro dix', 'A10'],
    ['B-IV', 'B4'],
    ['السؤال الثالث من القسم ب', 'B3'],
  ])('reads “%s”', (message, id) => expect(readReferences(message).ids).toContain(id));

  it.each([
    'numéroter de 1 à 8',
    'un risque à 5 %',
    'un risque a 5 %',
    'passer à 3 lignes',
    'de 3 a 5 lignes',
    'F 1,5',
    'Que contient la première partie du rapport ?',
    'un C.V. soigné',
  ])('reads no item in “%s”', (message) => expect(readReferences(message).ids).toEqual([]));

  it('names the form of items only with a place among them', () => {
    expect(readReferences('la dernière du V/F, elle est comment ?').forms).toEqual(['truth']);
    expect(readReferences('third multiple choice, which box?').forms).toEqual(['choice']);
    expect(readReferences('Vrai ou faux : la première forme normale…').forms).toEqual([]);
  });
});

describe('itemsReferred', () => {
  const item = (id: string, part: string, number: string) =>
    ({ id, part, number, kind: 'choice' }) as RegisterItem;
  const items = [item('A1', 'A', '1'), item('A2', 'A', '2'), item('E', 'E', '')];

  it('counts a number alone in the part that is being spoken of, and in none otherwise', () => {
    const references = readReferences('et la 2 ?');
    expect(itemsReferred(references, items, 'A').map(({ id }) => id)).toEqual(['A2']);
    expect(itemsReferred(references, items, null)).toEqual([]);
  });

  it('takes a part without numbers for its one item', () => {
    const found = itemsReferred(readReferences('la partie E ?'), items, null);
    expect(found.map(({ id }) => id)).toEqual(['E']);
  });
});
