import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingsPerDay } from '../../contract/drafts.ts';
import { TutorError } from '../../errors.ts';
import type { RecentDraft } from '../../storage/find-drafts.ts';
import { checkUnderWay, createReadingLimits } from './reading-limits.ts';

const hour = 3_600_000;
const start = Date.parse('2026-03-01T08:00:00Z');

const draftAt = (ms: number, status: RecentDraft['status'] = 'complete'): RecentDraft => ({
  ...{ id: `${ms}`, createdAt: new Date(ms).toISOString(), status },
  ...{ language: 'fr', text: 'x', previousId: null },
});

/** Seconds to wait; 0 for none. */
function waitFor(run: () => void): number {
  try {
    run();
    return 0;
  } catch (error) {
    if (!(error instanceof TutorError) || error.code !== 'too-many-requests') throw error;
    return (error.cause as { retryAfterSeconds: number }).retryAfterSeconds;
  }
}

describe('createReadingLimits', () => {
  it('lets nobody read more than the limit in any 24 hours, and keeps nobody longer than it says', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            pause: fc.integer({ min: 0, max: 9 * hour }),
            fate: fc.constantFrom('kept', 'deleted', 'again'),
          }),
          { maxLength: 40 },
        ),
        (sent) => {
          let now = start;
          const limits = createReadingLimits(() => new Date(now));
          const stored: RecentDraft[] = [];
          const read: number[] = [];
          for (const { pause, fate } of sent) {
            now += pause;
            const check = () => limits.checkDay('a', 't', stored);
            const seconds = waitFor(check);
            if (seconds > 0) now += seconds * 1_000;
            expect(waitFor(check)).toBe(0);
            read.push(now);
            if (fate === 'kept') stored.push(draftAt(now));
            else limits.alsoCount('a', 't', new Date(now).toISOString());
            const inOneDay = read.filter((at) => at > now - 24 * hour);
            expect(inOneDay.length).toBeLessThanOrEqual(readingsPerDay);
          }
        },
      ),
    );
  });

  it('counts tasks and students apart, and nothing that failed', () => {
    const limits = createReadingLimits(() => new Date(start));
    for (let n = 0; n < 5; n += 1) limits.alsoCount('a', 't', new Date(start).toISOString());
    expect(waitFor(() => limits.checkDay('a', 't', []))).toBe(86_400);
    expect(waitFor(() => limits.checkDay('a', 'u', []))).toBe(0);
    expect(waitFor(() => limits.checkDay('b', 't', []))).toBe(0);
    const failed = Array.from({ length: 9 }, (_, n) =>
      draftAt(start, n % 2 ? 'failed' : 'interrupted'),
    );
    expect(waitFor(() => limits.checkDay('b', 't', failed))).toBe(0);
    const stopped = Array.from({ length: 5 }, () => draftAt(start, 'stopped'));
    expect(waitFor(() => limits.checkDay('b', 't', stopped))).toBe(86_400);
  });

  it.each([
    [86_399_000, 'in a minute'],
    [23.5 * hour, 'in 30 minutes'],
    [20 * hour, 'in 4 hours'],
    [0, 'in 24 hours'],
  ])('says after %i ms that the next can be sent %s', (ms, words) => {
    const limits = createReadingLimits(() => new Date(start + ms));
    const recent = Array.from({ length: 5 }, () => draftAt(start));
    expect(() => limits.checkDay('a', 't', recent)).toThrow(words);
  });
});

describe('checkUnderWay', () => {
  it('keeps places for other students, and some in all', () => {
    expect(waitFor(() => checkUnderWay('a', ['a', 'b', 'c']))).toBe(0);
    expect(waitFor(() => checkUnderWay('a', ['a', 'b', 'a']))).toBe(5);
    const seven = Array.from({ length: 7 }, (_, n) => `${n}`);
    expect(waitFor(() => checkUnderWay('a', seven))).toBe(0);
    expect(waitFor(() => checkUnderWay('a', [...seven, '7']))).toBe(5);
  });
});
