import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLiveStreams, type Numbered, ReaderDetached } from './live-streams.ts';

const stopped = new Error('stopped');

/** Produces what it is given, from outside. */
function byHand() {
  const waiting: (() => void)[] = [];
  const events: (number | Error | null)[] = [];
  let signal: AbortSignal | null = null;
  return {
    say(...more: (number | Error | null)[]) {
      events.push(...more);
      for (const wake of waiting.splice(0)) wake();
    },
    isAborted: () => signal?.aborted === true,
    async *produce(given: AbortSignal) {
      signal = given;
      given.addEventListener('abort', () => waiting.splice(0).forEach((wake) => wake()));
      for (;;) {
        given.throwIfAborted();
        const event = events.shift();
        if (event === undefined) await new Promise<void>((resolve) => waiting.push(resolve));
        else if (event === null) return;
        else if (event instanceof Error) throw event;
        else yield event;
      }
    },
  };
}

async function* counting(to: number, pauses: readonly number[] = []) {
  for (let event = 0; event < to; event += 1) {
    const pause = pauses[event % Math.max(1, pauses.length)] ?? 0;
    await (pause === 0 ? Promise.resolve() : sleep(pause));
    yield event;
  }
}

async function all<Event>(events: AsyncIterable<Numbered<Event>> | null, pause = 0) {
  const read: Numbered<Event>[] = [];
  for await (const one of events ?? []) {
    read.push(one);
    if (pause > 0) await sleep(pause);
  }
  return read;
}

const numbered = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => {
    return { number: from + at, event: from + at };
  });

describe('createLiveStreams', () => {
  it('gives every reader each event from its number on, once and in order', async () => {
    const reader = fc.record({
      after: fc.integer({ min: 0, max: 8 }),
      from: fc.integer({ min: 0, max: 20 }),
      pause: fc.integer({ min: 0, max: 2 }),
    });
    const pauses = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 15 }),
        pauses,
        fc.array(reader, { maxLength: 4 }),
        async (length, pausing, readers) => {
          const streams = createLiveStreams<number>();
          streams.start('a', () => counting(length, pausing));
          await Promise.all(
            readers.map(async ({ after, from, pause }) => {
              await sleep(after);
              const read = await all(streams.follow('a', from), pause);
              expect(read).toEqual(numbered(from, length));
            }),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('produces to the end when nobody reads, and remembers it for a while', async () => {
    const streams = createLiveStreams<number>({ keptMs: 60 });
    streams.start('a', () => counting(3));
    await sleep(20);
    expect(streams.isRunning('a')).toBe(false);
    expect(await all(streams.follow('a'))).toEqual(numbered(0, 3));
    expect(await all(streams.follow('a', 2))).toEqual(numbered(2, 3));
    await sleep(80);
    expect(streams.follow('a')).toBeNull();
  });

  it('goes on when a reader leaves', async () => {
    const streams = createLiveStreams<number>();
    const { say, produce, isAborted } = byHand();
    streams.start('a', produce);
    say(0, 1);
    for await (const { number } of streams.follow('a')!) if (number === 1) break;
    expect(isAborted()).toBe(false);
    say(2, null);
    expect(await all(streams.follow('a', 1))).toEqual(numbered(1, 3));
  });

  it('lets a reader go that waits, when its signal fires', async () => {
    const streams = createLiveStreams<number>();
    const { produce } = byHand();
    streams.start('a', produce);
    const left = new AbortController();
    const reading = all(streams.follow('a', 0, left.signal));
    await sleep(5);
    left.abort();
    expect(await reading).toEqual([]);
    expect(streams.isRunning('a')).toBe(true);
  });

  it('begins one run per id', async () => {
    const streams = createLiveStreams<number>();
    let runs = 0;
    const produce = () => {
      runs += 1;
      return counting(2);
    };
    expect(streams.start('a', produce)).toBe(true);
    expect(streams.start('a', produce)).toBe(false);
    await all(streams.follow('a'));
    expect(streams.start('a', produce)).toBe(false);
    expect(runs).toBe(1);
  });

  it('throws to every reader what the producer threw, after its last event', async () => {
    const streams = createLiveStreams<number>();
    const { say, produce } = byHand();
    streams.start('a', produce);
    const early = streams.follow('a')!;
    say(0, new Error('broken'));
    for (const reader of [early, streams.follow('a')!]) {
      expect((await reader.next()).value).toEqual({ number: 0, event: 0 });
      await expect(reader.next()).rejects.toThrow('broken');
    }
    await expect(streams.follow('a', 1)!.next()).rejects.toThrow('broken');
  });

  it('stops a stream, keeps what came, and knows no other by that id', async () => {
    const streams = createLiveStreams<number>();
    const { say, produce, isAborted } = byHand();
    streams.start('a', produce);
    say(0);
    const reader = streams.follow('a')!;
    await reader.next();
    expect(await streams.stop('a', stopped)).toBe(true);
    expect(isAborted()).toBe(true);
    await expect(reader.next()).rejects.toBe(stopped);
    expect((await streams.follow('a')!.next()).value).toEqual({ number: 0, event: 0 });
    expect(await streams.stop('a', stopped)).toBe(false);
    expect(await streams.stop('b', stopped)).toBe(false);
  });

  it('stops all of them when it closes, and begins no other', async () => {
    const streams = createLiveStreams<number>();
    const producers = [byHand(), byHand()];
    producers.forEach(({ produce }, at) => streams.start(String(at), produce));
    await streams.close(stopped);
    expect(producers.map(({ isAborted }) => isAborted())).toEqual([true, true]);
    await expect(streams.follow('0')!.next()).rejects.toBe(stopped);
    expect(() => streams.start('2', () => counting(1))).toThrow(stopped);
  });

  it('detaches a reader that falls behind, which can come back', async () => {
    const streams = createLiveStreams<number>({ lagBytes: 10 });
    const { say, produce } = byHand();
    streams.start('a', produce);
    const slow = streams.follow('a')!;
    const quick = streams.follow('a')!;
    say(0);
    await slow.next();
    for (let event = 1; event < 10; event += 1) say(event);
    say(10, 11);
    for (let at = 0; at < 12; at += 1) await quick.next();
    await expect(slow.next()).rejects.toThrow(ReaderDetached);
    const back = streams.follow('a', 1)!;
    expect((await back.next()).value).toEqual({ number: 1, event: 1 });
    say(null);
    expect(await all(back)).toEqual(numbered(2, 12));
    expect((await quick.next()).done).toBe(true);
  });

  it('does not count against a late reader what was there before it came', async () => {
    const streams = createLiveStreams<number>({ lagBytes: 10 });
    const { say, produce } = byHand();
    streams.start('a', produce);
    say(...numbered(0, 50).map(({ event }) => event));
    await sleep(5);
    const late = streams.follow('a')!;
    await late.next();
    say(50);
    await sleep(5);
    for (let event = 1; event <= 50; event += 1) {
      expect((await late.next()).value).toEqual({ number: event, event });
    }
    // It has caught up: from now on it is as any other.
    say(...Array.from({ length: 30 }, (_, at) => 51 + at));
    await sleep(5);
    await expect(late.next()).rejects.toThrow(ReaderDetached);
  });

  it('ends a stream that grows without end', async () => {
    const streams = createLiveStreams<number>({ streamBytes: 1_000 });
    let isEnded = false;
    streams.start('a', async function* () {
      try {
        yield* counting(Number.POSITIVE_INFINITY);
      } finally {
        isEnded = true;
      }
    });
    await expect(all(streams.follow('a'))).rejects.toMatchObject({ code: 'model-interrupted' });
    expect(isEnded).toBe(true);
  });
});
