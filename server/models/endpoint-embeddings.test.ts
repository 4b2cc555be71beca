import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectFailure, failing, upstream } from '../testing/ask-endpoint.ts';
import {
  createModelEndpoint,
  json,
  type ModelEndpoint,
  type Reply,
} from '../testing/model-endpoint.ts';
import { createEndpointEmbedder } from './endpoint-embeddings.ts';

const timeoutMs = 800;
let endpoint: ModelEndpoint;

beforeEach(async () => {
  endpoint = await createModelEndpoint();
});

afterEach(() => endpoint.close());

function embed(texts: readonly string[], signal?: AbortSignal) {
  const settings = { baseUrl: endpoint.baseUrl, apiKey: 'sk-never-to-be-seen', chatModel: 'small' };
  const embedder = createEndpointEmbedder({ ...settings, embeddingModel: 'embed' }, timeoutMs);
  return embedder.embed(texts, signal ? { signal } : {});
}

const rows = (...vectors: readonly unknown[]): Reply =>
  json(200, { data: vectors.map((embedding, index) => ({ index, embedding })) });

// Deadlines pass by the clock: a machine that stands still meanwhile fails a test by chance, a fault every time.
describe('createEndpointEmbedder', { retry: 2 }, () => {
  it('gives one unit vector per text, in order, in batches of at most 96', async () => {
    const texts = Array.from({ length: 200 }, (_, index) => 'é'.repeat(index));
    const vectors = await embed(texts);
    expect(vectors).toHaveLength(200);
    vectors.forEach((vector, index) => {
      expect(vector[0] ?? 0).toBeCloseTo((index + 1) / Math.hypot(index + 1, 2, -2), 5);
    });
    const sizes = endpoint.requests.map(({ body }) => (body as { input: string[] }).input.length);
    expect(sizes).toEqual([96, 96, 8]);
  });

  it('sends texts as they are, and asks for plain numbers', async () => {
    await embed(['Première ligne\nDeuxième 👩🏽‍🎓']);
    expect(endpoint.requests).toMatchObject([
      {
        path: '/v1/embeddings',
        body: { model: 'embed', input: ['Première ligne\nDeuxième 👩🏽‍🎓'], encoding_format: 'float' },
      },
    ]);
  });

  it('asks nothing for no text', async () => {
    expect(await embed([])).toEqual([]);
    expect(endpoint.requests).toHaveLength(0);
  });

  it('puts rows that come in another order in the order of the texts', async () => {
    endpoint.script(
      json(200, {
        data: [
          { index: 1, embedding: [0, 1] },
          { index: 0, embedding: [1, 0] },
        ],
      }),
    );
    expect(await embed(['a', 'b'])).toEqual([Float32Array.of(1, 0), Float32Array.of(0, 1)]);
  });

  it.each<[string, Reply, string, number]>([
    ['F35: a 500', failing(500), 'server-error', 2],
    ['F35: no headers', { before: 'stall', steps: [] }, 'timeout', 1],
    ['F35: half a body', { ...json(200, {}), steps: [{ send: '{' }, 'stall'] }, 'timeout', 1],
    [
      'F35: a cut body',
      { ...json(200, {}), steps: [{ send: '{' }, { waitMs: 20 }, 'cut'] },
      'unreachable',
      2,
    ],
    ['F35: 401', failing(401), 'unauthorized', 1],
    ['F35: 404', failing(404), 'unknown-model', 1],
    ['F35: 429, no wait', failing(429), 'rate-limited', 1],
    ['a redirect', { status: 302, headers: { location: '/v1/x' }, steps: [] }, 'unreadable', 1],
    [
      'a page',
      { headers: { 'content-type': 'text/html' }, steps: [{ send: upstream }] },
      'unreadable',
      1,
    ],
    [
      'a text',
      { headers: { 'content-type': 'text/plain' }, steps: [{ send: upstream }] },
      'unreadable',
      1,
    ],
    ['malformed JSON', { ...json(200, {}), steps: [{ send: `{${upstream}` }] }, 'unreadable', 1],
    ['no data', json(200, {}), 'unreadable', 1],
    ['F36: too few', rows([1, 0]), 'unusable-vectors', 1],
    ['F36: too many', rows([1, 0], [1, 0], [1, 0]), 'unusable-vectors', 1],
    ['F36: two dimensions', rows([1, 0], [1, 0, 0]), 'unusable-vectors', 1],
    ['F36: NaN', rows([1, 0], [1, null]), 'unusable-vectors', 1],
    ['F36: all zero', rows([1, 0], [0, 0]), 'unusable-vectors', 1],
    ['base64', rows('AACAPw==', 'AACAPw=='), 'unusable-vectors', 1],
  ])('%s is model-unavailable', async (_, reply, kind, requests) => {
    endpoint.script(reply, reply);
    const start = performance.now();
    const error: unknown = await embed(['a', 'b']).catch((thrown: unknown) => thrown);
    expectFailure(error, 'model-unavailable', kind);
    expect(endpoint.requests).toHaveLength(requests);
    expect(performance.now() - start).toBeLessThan(timeoutMs + 300);
  });

  it('tries a batch that failed once more', async () => {
    endpoint.script(failing(503));
    expect(await embed(['a'])).toHaveLength(1);
    expect(endpoint.requests).toHaveLength(2);
  });

  it('stops upstream within 500 ms of an abort, with its own reason', async () => {
    endpoint.script({ before: 'stall', steps: [] });
    const controller = new AbortController();
    const reason = new Error('the tab was closed');
    setTimeout(() => controller.abort(reason), 100);
    const start = performance.now();
    await expect(embed(['a'], controller.signal)).rejects.toBe(reason);
    await vi.waitFor(() => expect(endpoint.requests[0]?.abandonedAt).not.toBeNull());
    expect(performance.now() - start).toBeLessThan(600);
  });

  it('sends nothing after an abort', async () => {
    await expect(embed(['a'], AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(endpoint.requests).toHaveLength(0);
  });
});
