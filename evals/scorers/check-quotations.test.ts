import { describe, expect, it } from 'vitest';
import { checkQuotations } from './check-quotations.ts';

const texts = new Map([['kafka', 'Kafka conserve les messages. 😀 Fin.']]);
const citation = {
  documentId: 'kafka',
  start: 0,
  end: 27,
  quote: 'Kafka conserve les messages',
  marker: 1,
};

describe('checkQuotations', () => {
  it('finds a quotation to the letter', () => {
    const counts = checkQuotations('Oui [1].', [citation], texts);
    expect(counts).toEqual({ quotations: 1, exact: 1, dangling: 0, unshown: 0 });
  });

  it.each([
    ['one letter off', { quote: 'Kafka conserve les Messages' }],
    ['shifted by one', { start: 1, end: 28 }],
    ['from another document', { documentId: 'spark' }],
    ['empty', { start: 3, end: 3, quote: '' }],
  ])('gives no credit to a quotation that is %s', (_, change) => {
    expect(checkQuotations('Oui [1].', [{ ...citation, ...change }], texts).exact).toBe(0);
  });

  it('counts markers without a quotation, and quotations without a marker', () => {
    const counts = checkQuotations('Oui [2][2] et [3].', [citation], texts);
    expect(counts).toMatchObject({ dangling: 2, unshown: 1 });
  });
});
