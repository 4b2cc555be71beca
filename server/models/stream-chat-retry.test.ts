import dns from 'node:dns';
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

/** Leaves time for the retry and its jitter. */
const patient = { firstTokenMs: 1_200, idleMs: 1_200, totalMs: 5_000 };

// Deadlines pass by the clock: a machine that stands still meanwhile fails a test by chance, a fault every time.
describe('a failure before the first text', { retry: 2 }, () => {
  it('F1: is retried once when the connection is refused', async () => {
    const closed = await createModelEndpoint();
    await closed.close();
    const outcome = await askEndpoint(closed.baseUrl, { limits: patient });
    expectFailure(outcome.error, 'model-unavailable', 'unreachable');
    expect(outcome.ms).toBeLessThan(1_200);
  });

  it('F2: says unreachable when the name cannot be resolved', async () => {
    const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    const lookup = vi
      .spyOn(dns, 'lookup')
      .mockImplementation(((...given: unknown[]) =>
        (given.at(-1) as (error: Error) => void)(unknown)) as unknown as typeof dns.lookup);
    const outcome = await askEndpoint('http://nowhere.invalid/v1', { limits: patient });
    expectFailure(outcome.error, 'model-unavailable', 'unreachable');
    expect(lookup).toHaveBeenCalledTimes(2);
    lookup.mockRestore();
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
    expectFailure(outcome.error, 'model-unavailable', kind);
    expect(outcome.ms).toBeGreaterThan(deadlines.firstTokenMs - 20);
    expect(outcome.ms).toBeLessThan(deadlines.firstTokenMs + 1_000);
    expect(endpoint.requests).toHaveLength(1);
  });

  it.each<[string, Reply, string, number]>([
    ['F5: a cut', { steps: [{ waitMs: 10 }, 'cut'] }, 'unreachable', 2],
    [
      'F12: an error frame',
      { steps: [event({ error: { message: upstream } })] },
      'server-error',
      2,
    ],
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
    [
      'F21: a long prompt',
      failing(400, { code: 'context_length_exceeded' }),
      'context-too-long',
      1,
    ],
    ['400', failing(400), 'bad-request', 1],
    ['F22: 500', failing(500), 'server-error', 2],
    ['F22: 503 as a page', { ...html(), status: 503 }, 'server-error', 2],
    [
      'F29: a redirect',
      { status: 307, headers: { location: '/v1/x' }, steps: [] },
      'unreadable',
      1,
    ],
  ])('%s is model-unavailable: %#', async (_, reply, kind, requests) => {
    endpoint.script(reply, reply);
    const outcome = await ask({ limits: patient });
    expectFailure(outcome.error, 'model-unavailable', kind);
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
    expect(await ask({ limits: patient })).toMatchObject({
      text: 'Bonjour !',
      error: null,
    });
    expect(endpoint.requests).toHaveLength(2);
  });

  it('shares its deadline with the retry', async () => {
    endpoint.script({ before: { waitMs: 300 }, ...failing(500) }, { steps: ['stall'] });
    const outcome = await ask({ limits: { ...deadlines, firstTokenMs: 800 } });
    expectFailure(outcome.error, 'model-unavailable', 'timeout');
    expect(endpoint.requests).toHaveLength(2);
    expect(outcome.ms).toBeLessThan(1_800);
  });
});

function dripping(...steps: readonly Step[]): readonly Step[] {
  return Array.from({ length: 60 }, (): readonly Step[] => [...steps, { waitMs: 25 }]).flat();
}

function html(): Reply {
  const page = `<html>${upstream}</html>`;
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, steps: [{ send: page }] };
}
