import { describe, expect, it } from 'vitest';
import { intentAgreement, intentsOf } from './question-intents.ts';

const agreement = (a: string, b: string) => intentAgreement(intentsOf(a), intentsOf(b));

describe('intentsOf', () => {
  it.each([
    ['que faire si un filet casse ?', 'comment reparer un filet ?'],
    ['quelles sont ses limites ?', 'what are its drawbacks?'],
    ['avec quoi on pese ?', 'which tools are used?'],
    ['c’est quoi un filet ?'.replace('’', "'"), 'filet definition'],
  ])('"%s" and "%s" want the same', (a, b) => {
    expect(agreement(a, b)).toBe(1);
  });

  it('sets different wants below questions that do not tell', () => {
    const different = agreement('que faire si un filet casse ?', 'filet definition');
    expect(different).toBeLessThan(agreement('filet casse', 'filet definition'));
    expect(agreement('filet', 'filet')).toBeGreaterThan(agreement('filet', 'filet definition'));
  });
});
