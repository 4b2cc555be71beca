import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  askEndpoint,
  deadlines,
  expectFailure,
  failing,
  upstream,
} from '../testing/ask-endpoint.ts';
import {
  createModelEndpoint,
  event,
  finish,
  json,
  type ModelEndpoint,
  type Reply,
  type Step,
  texts,
} from '../testing/model-endpoint.ts';

let endpoint: ModelEndpoint;
const output = (['log', 'error', 'warn', 'info', 'debug'] as const).map((name) =>
  vi.spyOn(console, name),
);

beforeEach(async () => {
  endpoint = await createModelEndpoint();
});

afterEach(async () => {
  for (const spy of output) expect(spy).not.toHaveBeenCalled();
  await endpoint.close();
});

const ask = (options: Parameters<typeof askEndpoint>[1] = {}) =>
  askEndpoint(endpoint.baseUrl, options);

// Deadlines pass by the clock: a machine that stands still meanwhile fails a test by chance, a fault every time.
const byTheClock = { retry: 2 };

/** Where no deadline is what a test is about. */
const patient = { limits: { firstTokenMs: 10_000, idleMs: 10_000, totalMs: 20_000 } };

const hello = texts('Bonjour', ' à tous');
describe('a reply that is complete', byTheClock, () => {
  it('arrives as it is streamed', async () => {
    endpoint.script({ steps: [...texts('Bonjour'), { waitMs: 200 }, ...texts(' !'), ...finish()] });
    const arrivals: number[] = [];
    const onText = () => arrivals.push(performance.now());
    const outcome = await ask({ ...patient, onText });
    expect(outcome).toMatchObject({ text: 'Bonjour !', error: null });
    expect((arrivals[1] ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(150);
  });

  it.each<[string, readonly Step[]]>([
    ['F8: without [DONE]', [...hello, ...finish().slice(0, 1)]],
    ['with a stall after its end', [...hello, ...finish().slice(0, 1), 'stall']],
    ['with a reset after its end', [...hello, ...finish().slice(0, 1), { waitMs: 20 }, 'cut']],
    ['with garbage after its end', [...hello, ...finish().slice(0, 1), { send: 'data: {\n\n' }]],
    ['with comments between', [{ send: ': ping\n\n' }, ...hello, ...finish()]],
    ['with CRLF', [...hello, ...finish()].map(toCarriageReturns)],
    ['with an empty choice first', [event({ choices: [] }), ...hello, ...finish()]],
  ])('is accepted %s', async (_, steps) => {
    endpoint.script({ steps });
    expect(await ask(patient)).toMatchObject({ text: 'Bonjour à tous', error: null });
  });

  it('F14: is accepted as one JSON document', async () => {
    const choices = [{ message: { role: 'assistant', content: 'Bonjour' }, finish_reason: 'stop' }];
    endpoint.script(json(200, { choices }));
    expect(await ask(patient)).toMatchObject({ text: 'Bonjour', error: null });
  });

  it('F30: keeps every character when each byte comes alone', async () => {
    const text = 'L’été à Œting 👩🏽‍🎓 naïve';
    const bytes = [...texts(text), ...finish()].flatMap((step) =>
      typeof step === 'object' && 'send' in step ? [...Buffer.from(step.send)] : [],
    );
    endpoint.script({ steps: bytes.map((byte) => ({ send: Uint8Array.of(byte) })) });
    expect(await ask(patient)).toMatchObject({ text });
  });

  it('may take longer than the idle deadline while text keeps coming', async () => {
    const slow = Array.from({ length: 8 }, (): Step[] => [...texts('mot '), { waitMs: 60 }]);
    endpoint.script({ steps: [...slow.flat(), ...finish()] });
    const outcome = await ask();
    expect(outcome).toMatchObject({ text: 'mot '.repeat(8), error: null });
    expect(outcome.ms).toBeGreaterThan(deadlines.idleMs);
  });
});

function toCarriageReturns(step: Step): Step {
  return typeof step === 'object' && 'send' in step
    ? { send: String(step.send).replaceAll('\n', '\r\n') }
    : step;
}

describe('a failure after some text', byTheClock, () => {
  it.each<[string, readonly Step[], string]>([
    ['F5: a stall', ['stall'], 'timeout'],
    ['F6: a reset', [{ waitMs: 20 }, 'cut'], 'cut'],
    ['F7: an end without a reason', [], 'cut'],
    ['F7: [DONE] without a reason', finish().slice(1), 'cut'],
    ['F9: half an event', [{ send: `data: {"choices":[{"delta":{"content":"${upstream}` }], 'cut'],
    ['F10: malformed JSON', [{ send: `data: {"${upstream}\n\n` }], 'unreadable'],
    ['F11: an error frame', [event({ error: { message: upstream, code: 500 } })], 'server-error'],
    ['F25: the greatest length', finish('length'), 'length'],
    ['F26: a filter', finish('content_filter'), 'content-filter'],
    ['F27: a drip of nothing', dripping(...texts('')), 'timeout'],
    ['F28: an event of 2 MiB', [{ send: `data: "${'x'.repeat(2 ** 21)}"\n\n` }], 'too-large'],
    ['F28: a reply of 2 MiB', texts(...Array(4).fill('x'.repeat(2 ** 19))), 'too-large'],
  ])('%s is model-interrupted, never retried', async (_, steps, kind) => {
    endpoint.script({ steps: [...hello, ...steps] });
    const outcome = await ask(kind === 'timeout' ? {} : patient);
    expectFailure(outcome.error, 'model-interrupted', kind);
    expect(outcome.text.startsWith('Bonjour à tous')).toBe(true);
    expect(outcome.text.length).toBeLessThanOrEqual(2 ** 20);
    expect(endpoint.requests).toHaveLength(1);
  });

  it('F28: an endless stream ends at the total deadline', async () => {
    const steps = Array.from({ length: 100 }, (): Step[] => [...texts('mot '), { waitMs: 50 }]);
    endpoint.script({ steps: steps.flat() });
    const outcome = await ask();
    expectFailure(outcome.error, 'model-interrupted', 'timeout');
    expect(outcome.ms).toBeLessThan(deadlines.totalMs + 1_000);
  });
});

describe('an abort', byTheClock, () => {
  it.each<[string, Reply]>([
    ['before the headers', { before: 'stall', steps: [] }],
    ['before the first text', { steps: ['stall'] }],
    ['in the middle', { steps: [...hello, 'stall'] }],
    ['between the tries', failing(429, {}, { 'retry-after': '1' })],
  ])('stops upstream within 500 ms %s, with its own reason', async (_, reply) => {
    endpoint.script(reply, reply);
    const controller = new AbortController();
    const reason = new Error('the tab was closed');
    setTimeout(() => controller.abort(reason), 150);
    const limits = { firstTokenMs: 5_000, idleMs: 5_000, totalMs: 5_000 };
    const outcome = await ask({ signal: controller.signal, limits });
    expect(outcome.error).toBe(reason);
    expect(outcome.ms).toBeLessThan(650);
    await sleep(100);
    expect(endpoint.requests).toHaveLength(1);
    if (reply.status === undefined) expect(endpoint.requests[0]?.abandonedAt).not.toBeNull();
  });

  it('that came before sends nothing', async () => {
    const outcome = await ask({ signal: AbortSignal.abort(new Error('gone')) });
    expect(outcome.error).toMatchObject({ message: 'gone' });
    expect(endpoint.requests).toHaveLength(0);
  });

  it('by a reader who stops reading stops upstream too', async () => {
    endpoint.script({ steps: [...hello, 'stall'] });
    await ask({
      onText: () => {
        throw new Error('enough');
      },
    });
    await vi.waitFor(() => expect(endpoint.requests[0]?.abandonedAt).not.toBeNull());
  });
});

it('leaves no timer behind', async () => {
  const before = countTimers();
  const limits = { firstTokenMs: 60_000, idleMs: 60_000, totalMs: 60_000 };
  endpoint.script({ steps: [...hello, ...finish()] }, { steps: [...hello, 'cut'] }, failing(401));
  for (let question = 0; question < 3; question += 1) await ask({ limits });
  expect(countTimers() - before).toBeLessThanOrEqual(2); // the connections that `fetch` keeps have one each
});

it('leaves no connection behind', async () => {
  const stalls = Array.from({ length: 4 }, (): Reply => ({ steps: [...hello, 'stall'] }));
  endpoint.script(...stalls, { steps: [...hello, 'cut'] }, failing(401), { steps: ['stall'] });
  for (let question = 0; question < 7; question += 1) {
    await ask({ limits: { firstTokenMs: 100, idleMs: 100, totalMs: 100 } });
  }
  // `fetch` keeps up to two connections for the next question.
  await vi.waitFor(async () => expect(await endpoint.openConnections()).toBeLessThanOrEqual(2));
});

function countTimers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
}

function dripping(...steps: readonly Step[]): readonly Step[] {
  return Array.from({ length: 60 }, (): readonly Step[] => [...steps, { waitMs: 25 }]).flat();
}
