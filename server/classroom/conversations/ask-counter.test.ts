import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TutorError } from '../../errors.ts';
import { type AskRate, createAskCounter } from './ask-counter.ts';

const rates: readonly AskRate[] = [
  { limit: 2, windowMs: 60_000 },
  { limit: 5, windowMs: 86_400_000 },
];

const secondsOf = (error: unknown): number =>
  ((error as TutorError).cause as { retryAfterSeconds: number }).retryAfterSeconds;

describe('createAskCounter', () => {
  it('lets nobody ask more than each rate in any window, and lets in who comes back when told', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(waits, fc.boolean(), (pauses, isStored) => {
        let now = 1e12;
        const counter = createAskCounter(rates, () => new Date(now));
        const asked: number[] = [];
        const stored = () => (isStored ? asked.map((time) => new Date(time).toISOString()) : []);
        for (const pause of pauses) {
          now += pause + 1;
          try {
            counter.count('s', stored());
          } catch (error) {
            now += secondsOf(error) * 1_000;
            counter.count('s', stored());
          }
          asked.push(now);
          for (const { limit, windowMs } of rates) {
            const within = asked.filter((time) => time > now - windowMs);
            expect(within.length).toBeLessThanOrEqual(limit);
          }
        }
      }),
    );
  });

  it('counts students apart, and what is stored from before it was made', () => {
    const now = new Date('2026-01-02T12:00:00.000Z');
    const counter = createAskCounter(rates, () => now);
    expect(counter.since()).toBe('2026-01-01T12:00:00.000Z');
    const stored = ['2026-01-02T11:59:30.000Z', '2026-01-02T11:59:50.000Z'];
    expect(() => counter.count('a', stored)).toThrow(
      'You have asked 2 questions within a minute; try again in 30 seconds.',
    );
    expect(() => counter.count('b', [])).not.toThrow();
  });

  it('says the longer of two waits', () => {
    const counter = createAskCounter(
      rates.map(({ windowMs }) => ({ limit: 1, windowMs })),
      () => new Date(1e12),
    );
    counter.count('s', []);
    expect(() => counter.count('s', [])).toThrow(/within a day; try again in 24 hours\.$/);
  });
});
