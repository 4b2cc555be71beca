import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TutorError } from '../../errors.ts';
import { postAnswer, readEvents, readNumberedEvents } from '../../testing/ask-server.ts';
import { type Script, scriptedChatModel } from '../../testing/scripted-chat-model.ts';
import { serveTutor, type ServedTutor, type ServeTutorOptions } from '../../testing/serve-tutor.ts';
import { createStudentClient } from '../../testing/student-client.ts';

const sentence = 'Kafka est une plateforme distribuée de flux d’événements.';
const files = { 'kafka.md': `# Kafka\n\n${sentence}\n` };
const question = { question: 'Qu’est-ce que Kafka ?' };

let server: ServedTutor | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function serve(script: Script, more: ServeTutorOptions = {}) {
  const chatModel = scriptedChatModel(script);
  server = await serveTutor({ files, chatModel, ...more });
  return { chatModel, url: server.url };
}

/** Waits until something holds; the test's own time limit ends it otherwise. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(5);
}

describe('POST /api/answers', () => {
  it('sends sources, text, citations and the end, in this order', async () => {
    server = await serveTutor({ files });
    const response = await postAnswer(server.url, question);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('content-encoding')).toBeNull();
    const events = await readEvents(response);
    const order = events.map(({ type }) => type).filter((type, at, all) => type !== all[at - 1]);
    expect(order).toEqual(['sources-available', 'text-delta', 'citations-available', 'answer-end']);
    const [citation] = events.flatMap((event) =>
      event.type === 'citations-available' ? event.citations : [],
    );
    expect(citation).toMatchObject({ marker: 1, quote: sentence, line: 3 });
    const document = server.tutor.document(citation?.documentId ?? '');
    expect(document.text.slice(citation?.start, citation?.end)).toBe(citation?.quote);
  });

  it('sends text as it is written', async () => {
    let goOn = () => {};
    const isRead = new Promise<void>((resolve) => (goOn = resolve));
    const { url } = await serve(['Premier mot. ', () => isRead, 'Dernier mot.']);
    const { body } = await postAnswer(url, question);
    const decoder = new TextDecoder();
    let text = '';
    for await (const part of body ?? []) {
      text += decoder.decode(part as Uint8Array, { stream: true });
      // Were it kept back until the end, this would wait for ever.
      if (text.includes('Premier')) goOn();
    }
    expect(text).toContain('Dernier');
  });

  it('sends a comment every 15 s of silence, so that no proxy cuts the stream', async () => {
    const { chatModel, url } = await serve(['Un début. ', 500, 'La fin.']);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const response = await postAnswer(url, question);
      await until(() => chatModel.open() === 1);
      vi.advanceTimersByTime(30_000);
      const text = await response.text();
      expect(text.match(/^: heartbeat\n\n/gm)).toHaveLength(2);
      expect(text).toMatch(/event: answer-end\nid: \d+\ndata: .+\n\n$/);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps the conversation by its id', async () => {
    server = await serveTutor();
    const { ask } = await createStudentClient(server.url);
    const { conversationId } = await ask({ question: 'Qu’est-ce qu’un data lake ?' });
    const { events } = await ask({ question: 'et un data warehouse ?', conversationId });
    expect(events[1]?.event).toMatchObject({ type: 'sources-available', conversationId });
  });

  it('ends a stream that fails under way with one error event, and says nothing else', async () => {
    const failure = new TutorError('model-interrupted', 'The reply broke off.', {
      cause: new Error('upstream-secret'),
    });
    const { url } = await serve(['Un début. ', failure]);
    const response = await postAnswer(url, question);
    expect(response.status).toBe(200);
    const events = await readEvents(response);
    expect(events.at(-1)).toEqual({
      type: 'error',
      code: 'model-interrupted',
      retryable: true,
      requestId: response.headers.get('x-request-id'),
    });
    const last = events.filter(({ type }) => type === 'error' || type === 'answer-end');
    expect(last).toHaveLength(1);
  });

  it('tells nothing of a bug but its id', async () => {
    const { url } = await serve(['Un début. ', new Error('secret of the stack')]);
    const events = await readEvents(await postAnswer(url, question));
    expect(events.at(-1)).toMatchObject({ type: 'error', code: 'internal', retryable: true });
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  it('numbers what it sends, the storing of the question first', async () => {
    const { url } = await serve(['Un début. ', 'La fin.']);
    const events = await readNumberedEvents(await postAnswer(url, question));
    expect(events[0]?.event.type).toBe('turn-stored');
    expect(events.map(({ number }) => number)).toEqual(events.map((_event, at) => at));
  });

  it('answers 32 at once and asks the others to come back', async () => {
    const { chatModel, url } = await serve(['Un début. ', 60_000]);
    const students = await Promise.all(Array.from({ length: 32 }, () => createStudentClient(url)));
    const turns = await Promise.all(
      students.map(async ({ post }) => {
        const body = (await post(question)).body!.pipeThrough(new TextDecoderStream());
        const { value = '' } = await body.getReader().read();
        return /"turnId":"([^"]+)"/.exec(value)![1]!;
      }),
    );
    await until(() => chatModel.open() === 32);
    const refused = await postAnswer(url, question);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(await refused.json()).toMatchObject({ code: 'too-many-requests', retryable: true });

    const stopped = await students[0]!.send('POST', `/api/turns/${turns[0]}/stop`);
    expect(stopped.status).toBe(204);
    expect((await postAnswer(url, { question: 'Bonjour' })).status).toBe(200);
  });

  it('ends the answers under way when the server stops', async () => {
    const stopping = new AbortController();
    const { chatModel, url } = await serve(['Un début. ', 60_000], { stopping: stopping.signal });
    const response = await postAnswer(url, question);
    await until(() => chatModel.open() === 1);
    stopping.abort(new TutorError('model-interrupted', 'The server is stopping.'));
    const events = await readEvents(response);
    expect(events.at(-1)).toMatchObject({ type: 'error', code: 'model-interrupted' });
  });
});
