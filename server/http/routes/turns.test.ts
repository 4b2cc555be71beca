import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationView, TurnView } from '../../contract/conversations.ts';
import { readNumberedEvents, type ReceivedEvent } from '../../testing/ask-server.ts';
import { usualLimits } from '../limits.ts';
import { scriptedChatModel } from '../../testing/scripted-chat-model.ts';
import { serveTutor, type ServedTutor, type ServeTutorOptions } from '../../testing/serve-tutor.ts';
import {
  createStudentClient,
  type StudentClient,
  toAskedTurn,
} from '../../testing/student-client.ts';

const sentence = 'Kafka est une plateforme distribuée de flux d’événements.';
const files = { 'kafka.md': `# Kafka\n\n${sentence}\n` };
const question = { question: 'Qu’est-ce que Kafka ?' };
const quoted = `Kafka [[1|${sentence}]]. `;

let folder = '';
let server: ServedTutor;
let student: StudentClient;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'repere-turns-'))));
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function serve(script: readonly (string | number | Error)[], more: ServeTutorOptions = {}) {
  const chatModel = scriptedChatModel(script);
  server = await serveTutor({ files, chatModel, dataDir: folder, ...more });
  student = await createStudentClient(server.url);
  return chatModel;
}

/** Reads a stream up to some text, then leaves. */
async function readUpTo(text: string, body: object = question) {
  const client = new AbortController();
  const response = await student.post(body, client.signal);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let read = '';
  while (!read.includes(text)) read += (await reader.read()).value ?? '';
  client.abort();
  const complete = read.slice(0, read.lastIndexOf('\n\n') + 2);
  return toAskedTurn(await readNumberedEvents(new Response(complete)));
}

const resume = async (turnId: string, after: number) =>
  readNumberedEvents(await student.send('GET', `/api/turns/${turnId}/events?after=${after}`));
const turnsOf = async (conversationId: string): Promise<readonly TurnView[]> =>
  (await student.get<ConversationView>(`/api/conversations/${conversationId}`)).history;
const lastNumber = (events: readonly ReceivedEvent[]) => events.at(-1)?.number ?? -1;

describe('an answer whose client leaves', () => {
  it('goes on, is stored whole, and is resumed without a gap or a double', async () => {
    const model = await serve([quoted, 300, 'La suite.']);
    const { turnId, conversationId, events } = await readUpTo('Kafka [1]');
    expect(model.open()).toBe(1);
    const rest = await resume(turnId, lastNumber(events));
    const all = [...events, ...rest];
    expect(all.map(({ number }) => number)).toEqual(all.map((_event, at) => at));
    expect(toAskedTurn(all).text).toBe('Kafka [1]. La suite.');
    expect(all.at(-1)?.event).toMatchObject({ type: 'answer-end', decision: 'answer' });
    const [turn] = await turnsOf(conversationId);
    expect(turn).toMatchObject({ status: 'complete', text: 'Kafka [1]. La suite.' });
    expect(turn?.citations).toMatchObject([{ marker: 1, quote: sentence }]);
  });

  it('gives the same events from the store as from the stream, from any number on', async () => {
    await serve([quoted, 'Encore. ', 'Fin.']);
    const { turnId, events } = await student.ask(question);
    const cookie = student.cookie;
    await server.close();
    server = await serveTutor({ files, dataDir: folder });
    const back = async (after: number) =>
      fetch(`${server.url}/api/turns/${turnId}/events?after=${after}`, { headers: { cookie } });
    for (let after = -1; after < events.length - 1; after += 1) {
      expect(await readNumberedEvents(await back(after))).toEqual(events.slice(after + 1));
    }
    // Who has it all is told how it ended.
    expect(await readNumberedEvents(await back(99))).toEqual(events.slice(-1));
  });

  it('says again how a failed one ended', async () => {
    await serve([quoted, new Error('bug')]);
    const { turnId, conversationId, events } = await student.ask(question);
    expect(events.at(-1)?.event).toMatchObject({ type: 'error', code: 'internal' });
    const again = await resume(turnId, -1);
    expect(again.slice(0, -1)).toEqual(events.slice(0, -1));
    expect(again.at(-1)?.event).toMatchObject({ type: 'error', code: 'internal' });
    const [turn] = await turnsOf(conversationId);
    expect(turn).toMatchObject({ status: 'interrupted', failure: 'internal', text: 'Kafka [1].' });
    expect(turn?.citations).toHaveLength(1);
  });

  it('is nobody else’s', async () => {
    await serve([quoted]);
    const { turnId } = await student.ask(question);
    const other = await createStudentClient(server.url);
    for (const [method, path] of [
      ['GET', `/api/turns/${turnId}/events`],
      ['POST', `/api/turns/${turnId}/stop`],
      ['GET', `/api/turns/${randomUUID()}/events`],
    ] as const) {
      expect((await other.send(method, path)).status).toBe(404);
    }
  });
});

describe('POST /api/turns/:id/stop', () => {
  // A time that passes by the clock: a machine that stands still meanwhile fails it by chance, a fault every time.
  it(
    'stops the model within 500 ms and keeps what came, with its citations',
    { retry: 2 },
    async () => {
      const model = await serve([quoted, 60_000, 'Jamais.']);
      const { turnId, conversationId, events } = await readUpTo('Kafka [1]');
      const stoppedAt = performance.now();
      expect((await student.send('POST', `/api/turns/${turnId}/stop`)).status).toBe(204);
      expect(model.abortedAt()! - stoppedAt).toBeLessThan(500);
      const rest = (await resume(turnId, lastNumber(events))).map(({ event }) => event);
      expect(rest).toMatchObject([
        { type: 'citations-available', citations: [{ marker: 1 }] },
        { type: 'stopped' },
      ]);
      const [turn] = await turnsOf(conversationId);
      expect(turn).toMatchObject({ status: 'stopped', text: 'Kafka [1].', failure: null });
      expect((await student.send('POST', `/api/turns/${turnId}/stop`)).status).toBe(204);
      expect((await turnsOf(conversationId))[0]?.status).toBe('stopped');
    },
  );
});

describe('asking once more', () => {
  it('joins a request that has the same key, while it is answered and after', async () => {
    const model = await serve([quoted, 200, 'La suite.']);
    const asked = { ...question, requestKey: randomUUID() };
    const [first, second] = await Promise.all([student.ask(asked), student.ask(asked)]);
    const third = await student.ask(asked);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(model.open()).toBe(0);
    expect(await turnsOf(first.conversationId)).toHaveLength(1);
    const other = await createStudentClient(server.url);
    expect((await other.post(asked)).status).toBe(409);
  });

  it('replaces the last turn and no other, and keeps what was replaced', async () => {
    await serve([quoted]);
    const first = await student.ask(question);
    const { conversationId } = first;
    const second = await student.ask({ question: 'Et Flink ?', conversationId });
    const late = await student.post({ ...question, conversationId, replaces: first.turnId });
    expect(late.status).toBe(409);
    const edited = { question: 'Et Spark ?', conversationId, replaces: second.turnId };
    await student.ask(edited);
    expect((await turnsOf(conversationId)).map((turn) => turn.question)).toEqual([
      question.question,
      'Et Spark ?',
    ]);
    expect((await student.post(edited)).status).toBe(409);
    const { conversations } = await student.get<{ conversations: { turns: object[] }[] }>(
      '/api/student/export',
    );
    expect(conversations[0]?.turns).toMatchObject([
      { question: question.question, replaced: false },
      { question: 'Et Flink ?', replaced: true, status: 'complete' },
      { question: 'Et Spark ?', replaced: false },
    ]);
  });

  it('answers one question at a time', async () => {
    await serve([quoted, 60_000]);
    const { turnId } = await readUpTo('Kafka [1]');
    const second = await student.post(question);
    expect(second.status).toBe(429);
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
    await student.send('POST', `/api/turns/${turnId}/stop`);
    expect((await student.post({ question: 'Bonjour' })).status).toBe(200);
  });

  it('refuses an eleventh question in a minute, whatever was deleted, and says when to come back', async () => {
    await serve([quoted], { limits: usualLimits });
    for (let n = 0; n < 10; n += 1) {
      const { conversationId } = await student.ask({ question: 'Bonjour' });
      await student.send('DELETE', `/api/conversations/${conversationId}`);
    }
    const refused = await student.post({ question: 'Bonjour' });
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  it.each([
    [{ conversationId: randomUUID() }, 404],
    [{ replaces: randomUUID() }, 409],
    [{ replaces: 'x' }, 400],
    [{ requestKey: 'x' }, 400],
  ])('refuses %j and stores nothing', async (fields, status) => {
    await serve([quoted]);
    expect((await student.post({ ...question, ...fields })).status).toBe(status);
    expect(await student.get('/api/conversations')).toEqual([]);
  });
});
