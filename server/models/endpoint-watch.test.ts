import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TutorError } from '../errors.ts';
import { failing, upstream } from '../testing/ask-endpoint.ts';
import {
  createModelEndpoint,
  finish,
  type ModelEndpoint,
  texts,
} from '../testing/model-endpoint.ts';
import type { ChatModel } from '../tutoring/chat-model.ts';
import { createEndpointChatModel } from './endpoint-chat.ts';
import { createEndpointWatch } from './endpoint-watch.ts';
import { toChatModel } from './stream-chat.ts';

/** So long that a busy machine does not meet them. */
const deadlines = { firstTokenMs: 10_000, idleMs: 10_000, totalMs: 20_000 };

let endpoint: ModelEndpoint;
beforeEach(async () => void (endpoint = await createModelEndpoint()));
afterEach(() => endpoint.close());

async function watched(baseUrl = endpoint.baseUrl) {
  let at = 0;
  const watch = createEndpointWatch(() => at);
  const settings = { baseUrl, apiKey: 'sk-secret', chatModel: 'small', embeddingModel: null };
  const raw = toChatModel('small', await createEndpointChatModel(settings), deadlines);
  return { watch, model: watch.watchChat(raw), wait: (ms: number) => void (at += ms) };
}

async function ask(model: ChatModel, signal = new AbortController().signal) {
  try {
    let text = '';
    for await (const piece of model.stream([{ role: 'user', content: 'Bonjour' }], { signal })) {
      text += piece;
    }
    return text;
  } catch (error) {
    return error instanceof TutorError ? (error.cause as { kind: string }).kind : error;
  }
}

// Deadlines pass by the clock: a machine that stands still meanwhile fails a test by chance, a fault every time.
describe('createEndpointWatch', { retry: 2 }, () => {
  it('knows nothing before the first call, and that it is ready after one', async () => {
    const { watch, model } = await watched();
    expect(watch.state()).toEqual({ state: 'unknown', checkedAt: null });
    expect(await ask(model)).toBe('Bonjour !');
    expect(watch.state()).toMatchObject({ state: 'ready', checkedAt: expect.any(Date) });
  });

  it.each([
    [401, {}, 'key-wrong'],
    [403, {}, 'key-wrong'],
    [404, {}, 'model-unknown'],
    [429, { code: 'insufficient_quota' }, 'quota'],
    [402, {}, 'quota'],
    [400, {}, 'failing'],
  ])(
    'tells of status %d %j: %s, and repeats nothing of what was said',
    async (status, error, state) => {
      const { watch, model } = await watched();
      endpoint.script(failing(status, error));
      await ask(model);
      expect(watch.state().state).toBe(state);
      expect(JSON.stringify(watch.state())).not.toContain(upstream);
      expect(await ask(model)).toBe(state === 'quota' ? 'resting' : 'Bonjour !');
    },
  );

  it('tells of an endpoint that cannot be reached', async () => {
    const closed = await createModelEndpoint();
    await closed.close();
    const { watch, model } = await watched(closed.baseUrl);
    await ask(model);
    expect(watch.state().state).toBe('unreachable');
  });

  it('asks at most twice for a question, stops after three failures, and tries again after ten seconds', async () => {
    const { watch, model, wait } = await watched();
    endpoint.script(...Array.from({ length: 6 }, () => failing(500)));
    for (let question = 1; question <= 3; question += 1) {
      expect(await ask(model)).toBe('server-error');
      expect(endpoint.requests).toHaveLength(2 * question);
    }
    expect(watch.state().state).toBe('failing');
    const started = performance.now();
    for (let question = 0; question < 20; question += 1) expect(await ask(model)).toBe('resting');
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(endpoint.requests).toHaveLength(6);
    wait(10_000);
    expect(await ask(model)).toBe('Bonjour !');
    expect(watch.state().state).toBe('ready');
  });

  it('stops after three streams that were cut', async () => {
    const { model } = await watched();
    endpoint.script(
      ...Array.from({ length: 3 }, () => ({
        steps: [...texts('Bon'), { waitMs: 60 }, 'cut' as const],
      })),
    );
    for (let question = 0; question < 3; question += 1) expect(await ask(model)).toBe('cut');
    expect(await ask(model)).toBe('resting');
  });

  it('does not take what concerns one question for a failure of the endpoint', async () => {
    const { watch, model } = await watched();
    const cut = { steps: [...texts('Trop'), ...finish('length')] };
    endpoint.script(cut, cut, cut, cut);
    for (let question = 0; question < 4; question += 1) expect(await ask(model)).toBe('length');
    expect(watch.state().state).toBe('ready');
    expect(await ask(model)).toBe('Bonjour !');
  });

  it('counts a reader who left for nothing', async () => {
    const { watch, model } = await watched();
    for (let question = 0; question < 4; question += 1) {
      const leaving = new AbortController();
      endpoint.script({ steps: ['stall'] });
      const asked = ask(model, leaving.signal);
      await vi.waitFor(() => expect(endpoint.requests).toHaveLength(question + 1), { interval: 5 });
      leaving.abort();
      await asked;
    }
    expect(watch.state().state).toBe('unknown');
    expect(await ask(model)).toBe('Bonjour !');
  });

  it('checks with one call that is stopped at its first word, once in ten seconds, and lets questions through again', async () => {
    const { watch, model, wait } = await watched();
    endpoint.script(failing(429, { code: 'insufficient_quota' }));
    await ask(model);
    expect(await ask(model)).toBe('resting');
    const checks = await Promise.all([watch.check(), watch.check(), watch.check()]);
    expect(checks.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready']);
    await watch.check();
    expect(endpoint.requests).toHaveLength(2);
    expect(await ask(model)).toBe('Bonjour !');
    wait(10_000);
    endpoint.script(failing(401));
    expect((await watch.check()).state).toBe('key-wrong');
  });

  it('checks nothing without an endpoint', async () => {
    expect((await createEndpointWatch().check()).state).toBe('unknown');
  });
});
