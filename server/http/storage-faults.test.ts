import { rename } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationView } from '../contract/conversations.ts';
import type { ErrorBody } from '../contract/course.ts';
import { createLog } from '../log.ts';
import { storePath } from '../storage/store.ts';
import { readNumberedEvents } from '../testing/ask-server.ts';
import { fullDraft } from '../testing/critique-drafts.ts';
import { draftCourse } from '../testing/draft-course.ts';
import { draftIdIn, enterWithDrafts, readDraftEvents } from '../testing/drafts-api.ts';
import { fillDisk } from '../testing/full-disk.ts';
import { scriptedChatModel } from '../testing/scripted-chat-model.ts';
import { serveTutor, type ServedTutor } from '../testing/serve-tutor.ts';
import { slowReader } from '../testing/slow-reader.ts';
import { createStudentClient, type StudentClient } from '../testing/student-client.ts';
import { until } from '../testing/until.ts';

/**
 * The disk is full, or the tables are held by another process, or gone, while students work, over real sockets: students
 * are told, and nothing that was acknowledged is lost.
 */

const secret = 'zanzibar';
const question = { question: `Que garde Kafka, ${secret} ?` };
/** Longer than a page of the tables. */
const long = `Kafka ${'garde les événements '.repeat(300)}. `;
const chatModel = scriptedChatModel(['Un début. ', 500, long, 'La fin.']);
const structuredModel = slowReader();
let logged = '';
let server: ServedTutor;
let student: StudentClient;
let path = '';
beforeAll(async () => {
  const log = createLog('trace', { write: (line: string) => void (logged += line) });
  const files = await draftCourse('sc1');
  server = await serveTutor({ files, chatModel, structuredModel, log });
  student = await createStudentClient(server.url);
  path = storePath(server.config.dataDir);
});
afterAll(() => server.close());

const isEnd = ({ type }: { readonly type: string }) =>
  ['answer-end', 'critique-end', 'stopped', 'error'].includes(type);

/** A refusal in one sentence that says what to do, and nothing of SQLite or of where the tables are. */
async function expectRefusal(
  response: Response,
  code: 'disk-full' | 'storage-unavailable',
): Promise<void> {
  expect(response.status).toBe(code === 'disk-full' ? 507 : 503);
  if (code !== 'disk-full') {
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  const body = (await response.json()) as ErrorBody;
  expect(body).toMatchObject({ code, retryable: true });
  expect(body.message).toMatch(/^[A-Z][^.]+(; | or ).+\.$/);
  expect(body.message).not.toMatch(/SQLITE|repere\.sqlite/);
  expect(body.message).not.toContain(server.config.dataDir);
}

/** Posts a question whose answer has begun. */
async function begin(body: object): Promise<Response> {
  const streaming = await student.post(body);
  await until(() => chatModel.open() === 1);
  return streaming;
}

async function endsOf(streaming: Response) {
  const events = (await readNumberedEvents(streaming)).map(({ event }) => event);
  const ends = events.filter(isEnd);
  expect(events.at(-1)).toBe(ends.at(-1));
  return ends;
}

const open = (id: string) => student.get<ConversationView>(`/api/conversations/${id}`);

describe('a full disk', () => {
  it('in the middle of an answer ends it with one sentence; what was acknowledged stays, and the rest goes on when there is room', async () => {
    const before = await student.ask(question);
    const { conversationId } = before;
    const rating = { helpful: true, reasons: [], shared: false };
    expect((await student.send('PUT', `/api/turns/${before.turnId}/rating`, rating)).ok).toBe(true);

    const streaming = await begin({ ...question, conversationId });
    const disk = await fillDisk(server.store);
    expect(await endsOf(streaming)).toEqual([
      {
        ...{ type: 'error', code: 'disk-full', retryable: true },
        requestId: streaming.headers.get('x-request-id') ?? '',
      },
    ]);
    const large = { question: `${secret} ${'mot '.repeat(900)}` };
    await expectRefusal(await student.post(large), 'disk-full');
    // Reading goes on, and what the answer came to is told as it is, never as still under way.
    const { history } = await open(conversationId);
    expect(history.map(({ status }) => status)).toEqual(['complete', 'interrupted']);
    expect(history[0]).toMatchObject({ text: before.text, rating: { helpful: true } });
    expect(history[1]).toMatchObject(question);

    await disk.makeRoom();
    const again = await student.ask({ ...question, conversationId, replaces: history[1]?.id });
    expect(again.events.at(-1)?.event.type).toBe('answer-end');
    expect(logged).toContain('"code":"disk-full"');
  });

  it('while a draft is read ends the reading, keeps the draft, and reads it when there is room', async () => {
    const writer = await enterWithDrafts(server.url);
    const streaming = await writer.send({ task: 'sc1', text: `${fullDraft}\n\n${secret}` });
    await until(() => structuredModel.isWaiting());
    const disk = await fillDisk(server.store);
    structuredModel.go();
    const events = await readDraftEvents(streaming);
    expect(events.map(({ event }) => event).filter(isEnd)).toMatchObject([
      { type: 'error', code: 'disk-full', retryable: true },
    ]);
    const id = draftIdIn(events);
    const kept = await writer.view(id);
    expect(kept.critique).toBeNull();
    expect(['failed', 'interrupted']).toContain(kept.status);
    expect(kept.text).toContain(fullDraft);
    const other = { task: 'sc1', text: 'Kafka garde les événements. '.repeat(1_000) };
    await expectRefusal(await writer.send(other), 'disk-full');

    await disk.makeRoom();
    const again = await readDraftEvents(await writer.call('POST', `/api/drafts/${id}/retry`));
    expect(again.at(-1)?.event.type).toBe('critique-end');
    expect(await writer.view(id)).toMatchObject({ status: 'complete' });
  });
});

describe('tables that another process holds', () => {
  const hold = () => {
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    return () => {
      other.exec('ROLLBACK');
      other.close();
    };
  };

  it('are waited for without holding anybody else up, then the student is told when to come back', async () => {
    const { conversationId, text } = await student.ask(question);
    const release = hold();
    const order: string[] = [];
    const refused = student.post({ ...question, conversationId });
    const reading = open(conversationId);
    await Promise.all([
      refused.then(() => order.push('refused')),
      fetch(`${server.url}/`).then(() => order.push('page')),
    ]);
    expect(order).toEqual(['page', 'refused']);
    await expectRefusal(await refused, 'storage-unavailable');
    expect((await reading).history).toMatchObject([{ text, status: 'complete' }]);
    // Who comes while they are still held does not wait as long again.
    const renamed = Array.from({ length: 8 }, () =>
      student.send('PATCH', `/api/conversations/${conversationId}`, { title: 'Kafka' }),
    );
    for (const response of renamed) await expectRefusal(await response, 'storage-unavailable');
    release();
    const { events } = await student.ask({ ...question, conversationId });
    expect(events.at(-1)?.event.type).toBe('answer-end');
  });

  it('for a moment only make a question wait, and refuse nothing', async () => {
    const release = hold();
    const asked = student.ask(question);
    await sleep(300);
    release();
    expect((await asked).events.at(-1)?.event.type).toBe('answer-end');
  });
});

describe('tables that are gone from the data folder', () => {
  it('take nothing that would be lost, end what is under way, and serve again once they are back', async () => {
    const before = await student.ask(question);
    const streaming = await begin(question);
    await rename(path, `${path}.away`);
    expect(await endsOf(streaming)).toMatchObject([
      { type: 'error', code: 'storage-unavailable', retryable: true },
    ]);
    await expectRefusal(await student.post(question), 'storage-unavailable');
    await expectRefusal(await student.send('GET', '/api/conversations'), 'storage-unavailable');
    expect((await fetch(`${server.url}/`)).status).not.toBe(503);

    await rename(`${path}.away`, path);
    const { conversationId, text } = before;
    expect((await open(conversationId)).history).toMatchObject([{ text, status: 'complete' }]);
    const after = await student.ask({ ...question, conversationId });
    expect(after.events.at(-1)?.event.type).toBe('answer-end');
  });
});

it('is logged by its code alone', () => {
  expect(logged).toContain('"code":"storage-unavailable"');
  expect(logged).not.toContain(secret);
  expect(logged).not.toMatch(/SQLITE|\bat .+:\d+:\d+/);
});
