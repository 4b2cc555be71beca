import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, endOfDay, isOver } from './code-expiry.ts';

describe('endOfDay', () => {
  it('ends the day that dayOf reads back', () => {
    const days = fc.date({
      min: new Date(2000, 0, 2),
      max: new Date(2200, 0, 1),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const day = dayOf(date.toISOString());
        const end = endOfDay(day);
        expect(dayOf(end)).toBe(day);
        expect(isOver(end ?? '', new Date(date.getTime() - 1_000))).toBe(false);
      }),
    );
  });

  it('is none for no day', () => {
    expect(endOfDay('')).toBeNull();
    expect(endOfDay('demain')).toBeNull();
    expect(dayOf(null)).toBe('');
  });
});
