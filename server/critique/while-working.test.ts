import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { whileWorking } from './while-working.ts';

const never = new AbortController().signal;

async function collect(generator: AsyncGenerator<number, string>): Promise<unknown[]> {
  const all: unknown[] = [];
  for (;;) {
    const { value, done } = await generator.next();
    all.push(value);
    if (done) return all;
  }
}

describe('whileWorking', () => {
  it('yields what is reported, while the work goes on and at once, then returns what it came to', async () => {
    const work = async (report: (one: number) => void) => {
      report(1);
      await sleep(5);
      report(2);
      report(3);
      return 'done';
    };
    expect(await collect(whileWorking(work, never))).toEqual([1, 2, 3, 'done']);
  });

  it('yields a report before the work has ended', async () => {
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    const working = whileWorking<number, void>((report) => (report(1), ended), never);
    expect(await working.next()).toEqual({ value: 1, done: false });
    end();
    expect((await working.next()).done).toBe(true);
  });

  it('throws what the work throws, after its reports', async () => {
    const working = whileWorking<number, string>(async (report) => {
      report(1);
      await sleep(1);
      throw new Error('broken');
    }, never);
    expect((await working.next()).value).toBe(1);
    await expect(working.next()).rejects.toThrow('broken');
  });

  it.each(['the reader leaves', 'the signal fires'])('ends the work when %s', async (how) => {
    const outer = new AbortController();
    let hasEnded = false;
    const working = whileWorking<number, string>(async (report, signal) => {
      report(1);
      await sleep(5_000, undefined, { signal }).finally(() => (hasEnded = true));
      return 'done';
    }, outer.signal);
    await working.next();
    if (how === 'the reader leaves') await working.return('left');
    else {
      outer.abort(new Error('stopped'));
      await expect(working.next()).rejects.toThrow();
    }
    expect(hasEnded).toBe(true);
  });
});
