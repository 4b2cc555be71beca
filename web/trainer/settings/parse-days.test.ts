import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDays } from './parse-days.ts';

describe('parseDays', () => {
  it('gives a whole number of days from 1 to 365, or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String)), (text) => {
        const days = parseDays(text);
        expect(days === null || (Number.isInteger(days) && days >= 1 && days <= 365)).toBe(true);
      }),
    );
  });

  it('forgives spaces and nothing else', () => {
    expect(parseDays(' 30 ')).toBe(30);
    for (const text of ['', '0', '366', '1.5', '1e2', '-3', '30 jours'])
      expect(parseDays(text)).toBeNull();
  });
});
