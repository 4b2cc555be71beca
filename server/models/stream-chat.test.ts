import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TutorError } from '../errors.ts';
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
import { createEndpointChatModel } from './endpoint-chat.ts';
import { toChatModel } from './stream-chat.ts';

const secret = 'sk-never-to-be-seen';
const prompt = 'Qu’est-ce qu’un prompt-secret ?';
const upstream = 'upstream-secret';
const deadlines = { firstTokenMs: 300, idleMs: 300, totalMs: 1_000 };

type Outcome = { readonly text: string; readonly error: unknown; readonly ms: number };

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

async function ask({
  baseUrl = endpoint.baseUrl,
  signal = new AbortController().signal,
  limits = deadlines,
  onText = (_text: string) => {},
} = {}): Promise<Outcome> {
  const settings = { baseUrl, apiKey: secret, chatModel: 'small', embeddingModel: null };
  const model = toChatModel('small', await createEndpointChatModel(settings), limits);
  const start = performance.now();
  let text = '';
  let error: unknown = null;
  try {
    for await (const piece of model.stream([{ role: 'user', content: prompt }], { signal })) {
      text += piece;
      onText(piece);
    }
  } catch (thrown) {
    error = thrown;
  }
  return { text, error, ms: performance.now() - start };
}

function expectFailure(outcome: Outcome, code: string, kind: string): void {
  expect(outcome.error).toBeInstanceOf(TutorError);
  const { message, cause } = outcome.error as TutorError;
  expect(outcome.error).toMatchObject({ code, cause: { kind } });
  const said = message + JSON.stringify(cause);
  for (const hidden of [secret, prompt, upstream]) expect(said).not.toContain(hidden);
}

const hello = texts('Bonjour', ' à tous');
const failing = (status: number, error: object = {}, headers = {}): Reply =>
  json(status, { error: { message: `${upstream} ${secret}`, ...error } }, headers);

describe('a reply that is complete', () => {
  it('arrives as it is streamed', async () => {
    endpoint.script({ steps: [...hello, ...finish()] });
    expect(await ask()).toMatchObject({ text: 'Bonjour à tous', error: null });
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
    expect(await ask()).toMatchObject({ text: 'Bonjour à tous', error: null });
  });

  it('F14: is accepted as one JSON document', async () => {
    const choices = [{ message: { role: 'assistant', content: 'Bonjour' }, finish_reason: 'stop' }];
    endpoint.script(json(200, { choices }));
    expect(await ask()).toMatchObject({ text: 'Bonjour', error: null });
  });

  it('F30: keeps every character when each byte comes alone', async () => {
    const text = 'L’été à Œting 👩🏽‍🎓 naïve';
    const bytes = [...texts(text), ...finish()].flatMap((step) =>
      typeof step === 'object' && 'send' in step ? [...Buffer.from(step.send)] : [],
    );
    endpoint.script({ steps: bytes.map((byte) => ({ send: Uint8Array.of(byte) })) });
    expect(await ask({ limits: { ...deadlines, totalMs: 5_000 } })).toMatchObject({ text });
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

describe('a failure before the first text', () => {
  it('F1: is retried once when the connection is refused', async () => {
    const closed = await createModelEndpoint();
    await closed.close();
    const outcome = await ask({ baseUrl: closed.baseUrl });
    expectFailure(outcome, 'model-unavailable', 'unreachable');
    expect(outcome.ms).toBeLessThan(1_000);
  });

  it('F2: says unreachable when the name cannot be resolved', async () => {
    const limits = { ...deadlines, firstTokenMs: 5_000 };
    const outcome = await ask({ baseUrl: 'http://nowhere.invalid/v1', limits });
    expectFailure(outcome, 'model-unavailable', 'unreachable');
  });

  it.each<[string, Reply, string]>([
    ['F3: no headers', { before: 'stall', steps: [] }, 'timeout'],
    ['F4: headers, then nothing', { steps: ['stall'] }, 'timeout'],
    ['F27: comments only', { steps: dripping({ send: ': ping\n\n' }) }, 'timeout'],
    ['F27: empty texts only', { steps: dripping(...texts('')) }, 'timeout'],
    ['F27: blanks only', { steps: dripping(...texts(' \n')) }, 'timeout'],
  ])('%s ends at the first-token deadline, without a retry', async (_, reply, kind) => {
    endpoint.script(reply);
    const outcome = await ask();
    expectFailure(outcome, 'model-unavailable', kind);
    expect(outcome.ms).toBeGreaterThan(deadlines.firstTokenMs - 20);
    expect(outcome.ms).toBeLessThan(deadlines.firstTokenMs + 250);
    expect(endpoint.requests).toHaveLength(1);
  });

  it.each<[string, Reply, string, number]>([
    ['F5: a cut', { steps: [{ waitMs: 10 }, 'cut'] }, 'unreachable', 2],
    ['F12: an error frame', { steps: [event({ error: { message: upstream } })] }, 'server-error', 2],
    ['F11: malformed JSON', { steps: [{ send: `data: {"${upstream}\n\n` }] }, 'unreadable', 1],
    ['a null event', { steps: [event(null)] }, 'unreadable', 1],
    ['F13: a web page', html(), 'unreadable', 1],
    ['F13: a web page as text', { steps: [{ send: `<p>${upstream}</p>` }] }, 'empty', 1],
    ['F15: nothing', { steps: [] }, 'empty', 1],
    ['F15: no choices', { steps: [event({ choices: [] }), ...finish().slice(1)] }, 'empty', 1],
    ['F15: an end without text', { steps: finish() }, 'empty', 1],
    ['F15: blanks and an end', { steps: [...texts(' \n '), ...finish()] }, 'empty', 1],
    ['F15: only reasoning', { steps: finish('length') }, 'empty', 1],
    ['F26: a filtered reply', { steps: finish('content_filter') }, 'content-filter', 1],
    ['F14: an error as JSON', failing(200), 'server-error', 2],
    ['F14: other JSON', json(200, { models: [] }), 'unreadable', 1],
    ['F16: 429, short wait', failing(429, {}, { 'retry-after': '0.05' }), 'rate-limited', 2],
    ['F17: 429, long wait', failing(429, {}, { 'retry-after': '20' }), 'rate-limited', 1],
    ['F17: 429, too late', failing(429, {}, { 'retry-after': '1.5' }), 'rate-limited', 1],
    ['429 without a wait', failing(429), 'rate-limited', 1],
    [
      'F18: no credit',
      failing(429, { code: 'insufficient_quota' }, { 'retry-after': '0' }),
      'quota-exceeded',
      1,
    ],
    ['F19: 401', failing(401, { code: 'invalid_api_key' }), 'unauthorized', 1],
    ['F19: 403', failing(403), 'unauthorized', 1],
    ['F20: 404', failing(404), 'unknown-model', 1],
    ['F21: a long prompt', failing(400, { code: 'context_length_exceeded' }), 'context-too-long', 1],
    ['400', failing(400), 'bad-request', 1],
    ['F22: 500', failing(500), 'server-error', 2],
    ['F22: 503 as a page', { ...html(), status: 503 }, 'server-error', 2],
    ['F29: a redirect', { status: 307, headers: { location: '/v1/x' }, steps: [] }, 'unreadable', 1],
  ])('%s is model-unavailable: %#', async (_, reply, kind, requests) => {
    endpoint.script(reply, reply);
    const outcome = await ask({ limits: { ...deadlines, firstTokenMs: 1_200 } });
    expectFailure(outcome, 'model-unavailable', kind);
    expect(outcome.text).toBe('');
    expect(endpoint.requests).toHaveLength(requests);
  });

  it.each<[string, Reply]>([
    ['a 500', failing(500)],
    ['a cut', { steps: ['cut'] }],
    ['a cut after blanks', { steps: [...texts('\n'), { waitMs: 20 }, 'cut'] }],
    ['a short 429', failing(429, {}, { 'retry-after': '0' })],
  ])('is mended by the retry after %s', async (_, reply) => {
    endpoint.script(reply);
    expect(await ask({ limits: { ...deadlines, firstTokenMs: 1_200 } })).toMatchObject({
      text: 'Bonjour !',
      error: null,
    });
    expect(endpoint.requests).toHaveLength(2);
  });

  it('shares its deadline with the retry', async () => {
    endpoint.script({ before: { waitMs: 300 }, ...failing(500) }, { steps: ['stall'] });
    const outcome = await ask({ limits: { ...deadlines, firstTokenMs: 800 } });
    expectFailure(outcome, 'model-unavailable', 'timeout');
    expect(endpoint.requests).toHaveLength(2);
    expect(outcome.ms).toBeLessThan(1_050);
  });
});

describe('a failure after some text', () => {
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
    const outcome = await ask();
    expectFailure(outcome, 'model-interrupted', kind);
    expect(outcome.text.startsWith('Bonjour à tous')).toBe(true);
    expect(outcome.text.length).toBeLessThanOrEqual(2 ** 20);
    expect(endpoint.requests).toHaveLength(1);
  });

  it('F28: an endless stream ends at the total deadline', async () => {
    const steps = Array.from({ length: 100 }, (): Step[] => [...texts('mot '), { waitMs: 50 }]);
    endpoint.script({ steps: steps.flat() });
    const outcome = await ask();
    expectFailure(outcome, 'model-interrupted', 'timeout');
    expect(outcome.ms).toBeLessThan(deadlines.totalMs + 250);
  });
});

describe('an abort', () => {
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

it('leaves no timer and no connection behind', async () => {
  await ask();
  const timers = countTimers();
  const stalls = Array.from({ length: 4 }, (): Reply => ({ steps: [...hello, 'stall'] }));
  endpoint.script(...stalls, { steps: [...hello, 'cut'] }, failing(401), { steps: ['stall'] });
  for (let question = 0; question < 7; question += 1) {
    await ask({ limits: { firstTokenMs: 100, idleMs: 100, totalMs: 100 } });
  }
  // `fetch` keeps up to two connections for the next question.
  await vi.waitFor(async () => expect(await endpoint.openConnections()).toBeLessThanOrEqual(2));
  expect(countTimers()).toBeLessThanOrEqual(timers);
});

function countTimers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
}

function dripping(...steps: readonly Step[]): readonly Step[] {
  return Array.from({ length: 60 }, (): readonly Step[] => [...steps, { waitMs: 25 }]).flat();
}

function html(): Reply {
  const page = `<html>${upstream}</html>`;
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, steps: [{ send: page }] };
}
