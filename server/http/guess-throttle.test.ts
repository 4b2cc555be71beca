import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryAfterOf } from './too-many.ts';
import type { TutorError } from '../errors.ts';
import { createGuessThrottle, type GuessLimits } from './guess-throttle.ts';

const limits = {
  perAddress: { limit: 10, windowMs: 900_000 },
  inAll: { limit: 25, windowMs: 60_000 },
};
/** A throttle, called for an address with what a look-up finds. */
function throttle(of: GuessLimits) {
  const { attempt } = createGuessThrottle(of);
  return {
    attempt: (address: string, lookUp: () => Promise<string | null>, plausible = true) =>
      attempt({ address, lookUp, plausible }),
  };
}
const wrong = () => Promise.resolve(null);
const right = () => Promise.resolve('class');
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'in',
    (error: TutorError) => error.code,
  );

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-01T09:00:00Z') }));
afterEach(() => vi.useRealTimers());

describe('createGuessThrottle', () => {
  it('looks at ten wrong codes of an address, then at none until a quarter of an hour is over', async () => {
    const { attempt } = throttle(limits);
    for (let n = 0; n < 10; n += 1)
      expect(await codeOf(attempt('10.0.0.1', wrong))).toBe('code-wrong');
    const lookUp = vi.fn(right);
    const refused = await attempt('10.0.0.1', lookUp).catch((error: TutorError) => error);
    expect(refused).toMatchObject({ code: 'too-many-requests' });
    expect(retryAfterOf(refused as TutorError)).toBe(900);
    expect((refused as TutorError).message).toMatch(/; try again in 15 minutes\.$/);
    expect(lookUp).not.toHaveBeenCalled();
    expect(await codeOf(attempt('10.0.0.2', right))).toBe('in');
    await vi.advanceTimersByTimeAsync(900_001);
    expect(await codeOf(attempt('10.0.0.1', right))).toBe('in');
  });

  it('does not count what is right', async () => {
    const { attempt } = throttle(limits);
    for (let n = 0; n < 9; n += 1) await codeOf(attempt('10.0.0.1', wrong));
    for (let n = 0; n < 40; n += 1) expect(await codeOf(attempt('10.0.0.1', right))).toBe('in');
  });

  it('does not count what could be no code', async () => {
    const { attempt } = throttle(limits);
    for (let n = 0; n < 40; n += 1) {
      expect(await codeOf(attempt('10.0.0.1', wrong, false))).toBe('code-wrong');
    }
    expect(await codeOf(attempt('10.0.0.1', right))).toBe('in');
  });

  it('tells of ten alone when a thousand are sent at once, even if one of the others is right', async () => {
    const { attempt } = throttle({ ...limits, inAll: { limit: 999, windowMs: 60_000 } });
    const sent = Array.from({ length: 1_000 }, (_, n) =>
      codeOf(attempt('10.0.0.1', n === 500 ? right : wrong)),
    );
    const codes = await Promise.all(sent);
    expect(codes.filter((code) => code === 'code-wrong')).toHaveLength(10);
    expect(codes).not.toContain('in');
  });

  it('counts a network of IPv6 as one address, and all addresses together', async () => {
    const { attempt } = throttle(limits);
    for (let n = 0; n < 10; n += 1) await codeOf(attempt(`2001:db8::${n + 1}`, wrong));
    expect(await codeOf(attempt('2001:db8::ffff', right))).toBe('too-many-requests');
    for (let n = 0; n < 15; n += 1) await codeOf(attempt(`10.0.1.${n}`, wrong));
    expect(await codeOf(attempt('10.0.2.1', right))).toBe('too-many-requests');
    await vi.advanceTimersByTimeAsync(60_001);
    expect(await codeOf(attempt('10.0.2.1', right))).toBe('in');
  });
});
