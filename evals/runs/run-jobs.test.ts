import { describe, expect, it } from 'vitest';
import type { Outcome, SuiteCase } from '../suites/case-suite.ts';
import { createMetering } from './metering-model.ts';
import { runJobs, type JobOptions } from './run-jobs.ts';
import { createPace } from './pace.ts';
import type { Ending, Job } from './to-row.ts';

const outcome: Outcome = { output: null, scores: [], ttftMs: null, totalMs: 1 };

const job = (id: string, run: SuiteCase['run']): Job => ({
  suite: 'answers',
  trial: 0,
  one: {
    ...{ id, split: 'dev', lang: 'fr', cluster: id, tags: [], turns: ['?'], content: id },
    run,
  },
});

async function endings(jobs: readonly Job[], options: Partial<JobOptions> = {}) {
  const ended: [string, Ending][] = [];
  await runJobs(jobs, {
    ...{ timeoutMs: 5_000, recorded: false, signal: new AbortController().signal },
    ...{ concurrency: 2, pace: createPace(null), metering: createMetering() },
    onEnding: async ({ one }, ending) => {
      await Promise.resolve();
      ended.push([one.id, ending]);
    },
    ...options,
  });
  return new Map(ended);
}

describe('runJobs', () => {
  it('ends every job once, and never more of them beside each other than asked', async () => {
    let running = 0;
    let most = 0;
    const jobs = Array.from({ length: 12 }, (_, at) =>
      job(`c${at}`, async () => {
        most = Math.max(most, (running += 1));
        await new Promise((done) => setTimeout(done, 2));
        running -= 1;
        return outcome;
      }),
    );
    const ended = await endings(jobs, { concurrency: 3 });
    expect([...ended.keys()].sort()).toEqual(jobs.map(({ one }) => one.id).sort());
    expect(most).toBe(3);
  });

  it('takes a failure for an error and not for a fail, and goes on', async () => {
    const ended = await endings([
      job('broken', () => Promise.reject(new Error('It broke.'))),
      job('fine', () => Promise.resolve(outcome)),
    ]);
    expect(ended.get('broken')).toMatchObject({ status: 'error', error: 'It broke.' });
    expect(ended.get('fine')).toMatchObject({ status: 'ok' });
  });

  it('ends a case that hangs, even one that heeds no signal', async () => {
    const ended = await endings([job('hangs', () => new Promise(() => {}))], { timeoutMs: 30 });
    expect(ended.get('hangs')).toMatchObject({ status: 'timeout' });
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const jobs = [job('hangs', () => new Promise(() => {}))];
    const running = endings(jobs, { signal: stop.signal });
    stop.abort(new Error('Stopped.'));
    await expect(running).rejects.toThrow('Stopped.');
  });

  it('does not take the answer of another model for the answer of a model that failed', async () => {
    const metering = createMetering();
    const failing = metering.observe({
      name: 'failing',
      // eslint-disable-next-line require-yield
      async *stream() {
        await Promise.resolve();
        throw new Error('No reply.');
      },
    });
    const fallsBack = job('falls-back', async () => {
      const { signal } = new AbortController();
      try {
        for await (const _ of failing.stream([], { signal }));
      } catch {
        // as the tutor does, which then asks the offline model
      }
      return outcome;
    });
    const asked = await endings([fallsBack], { metering });
    expect(asked.get('falls-back')).toMatchObject({ status: 'error', error: 'No reply.' });
    const replayed = await endings([fallsBack], { metering, recorded: true });
    expect(replayed.get('falls-back')).toMatchObject({ status: 'skipped' });
  });
});

describe('createMetering', () => {
  it('keeps cases that run beside each other apart', async () => {
    const metering = createMetering();
    const model = metering.observe({
      name: 'echo',
      async *stream(messages) {
        await new Promise((done) => setTimeout(done, 1));
        yield* messages.map(({ content }) => content);
      },
    });
    const ask = (text: string) =>
      metering.metered(async () => {
        const messages = [{ role: 'user', content: text }] as const;
        for await (const _ of model.stream(messages, { signal: new AbortController().signal }));
      });
    const [short, long] = await Promise.all([ask('four'), ask('four and more')]);
    expect(short.meter).toMatchObject({ calls: 1, charactersIn: 4, charactersOut: 4 });
    expect(long.meter).toMatchObject({ calls: 1, charactersIn: 13, charactersOut: 13 });
  });

  it('counts for a case what it asks over the network, where no other one runs', async () => {
    const metering = createMetering();
    const model = metering.observe({
      name: 'echo',
      async *stream(messages) {
        await Promise.resolve();
        yield* messages.map(({ content }) => content);
      },
    });
    // Begun before any case, as a server is: its work belongs to none of them.
    let serve: (answered: () => void) => void = () => {};
    const served = new Promise<() => void>((done) => (serve = done)).then(async (answered) => {
      const messages = [{ role: 'user', content: 'four' }] as const;
      for await (const _ of model.stream(messages, { signal: new AbortController().signal }));
      answered();
    });
    const { meter } = await metering.metered(() => new Promise<void>((done) => serve(done)));
    await served;
    expect(meter).toMatchObject({ calls: 1, charactersIn: 4, charactersOut: 4 });
  });
});

describe('createPace', () => {
  it('starts no more in a minute than asked, and waits for nothing without a rate', async () => {
    let now = 0;
    const clock = {
      now: () => now,
      sleep: (ms: number) => {
        now += ms;
        return Promise.resolve();
      },
    };
    const pace = createPace(30, clock);
    const starts: number[] = [];
    for (let at = 0; at < 4; at += 1) {
      await pace();
      starts.push(now);
    }
    expect(starts).toEqual([0, 2_000, 4_000, 6_000]);
    await createPace(null, clock)();
    expect(now).toBe(6_000);
  });
});
