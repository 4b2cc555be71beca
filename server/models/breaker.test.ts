import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBreaker } from './breaker.ts';

/** A breaker and a clock that is moved by hand. */
function atHand() {
  let at = 0;
  const breaker = createBreaker(() => at);
  return { breaker, wait: (ms: number) => void (at += ms) };
}

describe('createBreaker', () => {
  it('opens after three failures in a row, and lets one call through after ten seconds', () => {
    const { breaker, wait } = atHand();
    for (let call = 0; call < 3; call += 1) {
      expect(breaker.admits()).toBe(true);
      breaker.failed();
    }
    expect(breaker.admits()).toBe(false);
    wait(9_999);
    expect(breaker.admits()).toBe(false);
    wait(1);
    expect([breaker.admits(), breaker.admits()]).toEqual([true, false]);
  });

  it('closes when the call let through succeeds, and rests again when it fails', () => {
    const { breaker, wait } = atHand();
    for (let call = 0; call < 3; call += 1) breaker.failed();
    wait(10_000);
    breaker.admits();
    breaker.failed();
    expect(breaker.admits()).toBe(false);
    wait(10_000);
    expect(breaker.admits()).toBe(true);
    breaker.succeeded();
    expect([breaker.admits(), breaker.admits()]).toEqual([true, true]);
    breaker.failed();
    expect(breaker.admits()).toBe(true);
  });

  it('lets another call through when the first was given up', () => {
    const { breaker, wait } = atHand();
    breaker.failed(true);
    expect(breaker.admits()).toBe(false);
    wait(10_000);
    breaker.admits();
    breaker.stopped();
    expect(breaker.admits()).toBe(true);
  });

  it('opens at ten failures of twenty calls', () => {
    const { breaker } = atHand();
    for (let call = 0; call < 20; call += 1) {
      expect(breaker.admits()).toBe(true);
      if (call % 2 === 0) breaker.succeeded();
      else breaker.failed();
    }
    expect(breaker.admits()).toBe(false);
  });

  it('never refuses for longer than a rest when every call ends', () => {
    const outcome = fc.constantFrom('succeeded', 'failed', 'stopped');
    const steps = fc.array(fc.tuple(outcome, fc.nat(4_000)), { maxLength: 80 });
    fc.assert(
      fc.property(steps, (calls) => {
        const { breaker, wait } = atHand();
        let refusedFor = 0;
        for (const [end, ms] of calls) {
          if (breaker.admits()) {
            breaker[end as 'stopped']();
            refusedFor = 0;
          } else refusedFor += ms;
          wait(ms);
          expect(refusedFor).toBeLessThan(10_000 + 4_000);
        }
      }),
    );
  });
});
