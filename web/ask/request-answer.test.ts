import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AnswerAction } from './answer-state.ts';
import { requestAnswer } from './request-answer.ts';

afterEach(() => vi.unstubAllGlobals());

const frame = (event: object) => `data: ${JSON.stringify(event)}\n\n`;
const delta = { type: 'text-delta', delta: 'Été' };
const end = {
  type: 'answer-end',
  decision: 'answer',
  language: 'fr',
  model: 'offline',
  fallback: false,
  keywordsOnly: false,
  nearest: [],
};

async function ask(
  respond: (init: RequestInit) => Promise<Response>,
  signal = new AbortController().signal,
) {
  vi.stubGlobal('fetch', (_path: string, init: RequestInit) => respond(init));
  const actions: AnswerAction[] = [];
  for await (const action of requestAnswer({ question: 'Pourquoi ?' }, signal))
    actions.push(action);
  return actions;
}

describe('requestAnswer', () => {
  it('yields the events up to the end, and nothing after it', async () => {
    expect(await ask(async () => new Response(frame(delta) + frame(end) + frame(delta)))).toEqual([
      delta,
      end,
    ]);
  });

  it('says that a stream without an end was cut', async () => {
    const actions = await ask(async () => new Response(frame(delta)));
    expect(actions).toMatchObject([
      delta,
      { type: 'failed', failure: { code: 'stream-cut', retryable: true } },
    ]);
  });

  it('says the same of a stream that breaks or is garbled', async () => {
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(frame(delta))),
      pull: (controller) => controller.error(new TypeError('network error')),
    });
    expect(await ask(async () => new Response(broken))).toMatchObject([
      delta,
      { failure: { code: 'stream-cut' } },
    ]);
    expect(await ask(async () => new Response('data: <html>\n\n'))).toMatchObject([
      { failure: { code: 'stream-cut' } },
    ]);
  });

  it('tells an unreachable server', async () => {
    const actions = await ask(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(actions).toMatchObject([
      { type: 'failed', failure: { code: 'network', retryable: true } },
    ]);
  });

  it('tells a refusal by its code and when to come back', async () => {
    const body = { code: 'too-many-requests', message: 'secret', retryable: true, requestId: 'r' };
    const respond = async () =>
      Response.json(body, { status: 429, headers: { 'retry-after': '40' } });
    const failure = { code: 'too-many-requests', retryable: true, retryAfterSeconds: 40 };
    expect(await ask(respond)).toEqual([{ type: 'failed', failure }]);
  });

  it('does not trust the page of a proxy', async () => {
    const respond = async () => new Response('<html>Bad gateway</html>', { status: 502 });
    expect(await ask(respond)).toMatchObject([{ failure: { code: 'unknown', retryable: true } }]);
  });

  it('throws when the reader stops', async () => {
    const controller = new AbortController();
    const respond = (init: RequestInit) =>
      new Promise<Response>((_resolve, reject) =>
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
      );
    const asking = ask(respond, controller.signal);
    controller.abort();
    await expect(asking).rejects.toThrow(/abort/i);
  });
});
