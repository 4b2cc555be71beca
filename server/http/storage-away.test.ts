import { rename } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationView } from '../contract/conversations.ts';
import type { ErrorBody } from '../contract/course.ts';
import { createLog } from '../log.ts';
import { storePath } from '../storage/store.ts';
import { readNumberedEvents } from '../testing/ask-server.ts';
import { scriptedChatModel } from '../testing/scripted-chat-model.ts';
import { serveTutor, type ServedTutor } from '../testing/serve-tutor.ts';
import { createStudentClient, type StudentClient } from '../testing/student-client.ts';
import { until } from '../testing/until.ts';

/** The tables are held by another process, or gone from the disk, while students work. */

const chatModel = scriptedChatModel(['Un début. ', 400, 'La fin.']);
let logged = '';
let server: ServedTutor;
let student: StudentClient;
let path = '';
beforeAll(async () => {
  const files = { 'kafka.md': '# Kafka\n\nKafka est une plateforme de flux d’événements.\n' };
  const log = createLog('trace', { write: (line: string) => void (logged += line) });
  server = await serveTutor({ files, chatModel, log });
  student = await createStudentClient(server.url);
  path = storePath(server.config.dataDir);
});
afterAll(() => server.close());

const question = { question: 'Qu’est-ce que Kafka, zanzibar ?' };

async function expectRefusal(response: Response): Promise<void> {
  expect(response.status).toBe(503);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  const body = (await response.json()) as ErrorBody;
  expect(body).toMatchObject({ code: 'storage-unavailable', retryable: true });
  expect(body.message).toMatch(/^[A-Z][^.]+(; | or ).+\.$/);
  expect(body.message).not.toContain(server.config.dataDir);
}

describe('tables that another process holds', () => {
  it('are waited for without holding anybody else up, then the student is told when to come back', async () => {
    const { conversationId, text } = await student.ask(question);
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const order: string[] = [];
    const refused = student.post({ ...question, conversationId });
    const reading = student.get<ConversationView>(`/api/conversations/${conversationId}`);
    await Promise.all([
      refused.then(() => order.push('refused')),
      fetch(`${server.url}/`).then(() => order.push('page')),
    ]);
    expect(order).toEqual(['page', 'refused']);
    await expectRefusal(await refused);
    expect((await reading).history).toMatchObject([{ text, status: 'complete' }]);
    // Who comes while they are still held does not wait as long again.
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const body = { title: 'Kafka' };
        await expectRefusal(
          await student.send('PATCH', `/api/conversations/${conversationId}`, body),
        );
      }),
    );
    other.exec('ROLLBACK');
    other.close();
    const { events } = await student.ask({ ...question, conversationId });
    expect(events.at(-1)?.event.type).toBe('answer-end');
  });

  it('for a moment only make a question wait, and refuse nothing', async () => {
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const asked = student.ask(question);
    await sleep(300);
    other.exec('ROLLBACK');
    other.close();
    expect((await asked).events.at(-1)?.event.type).toBe('answer-end');
  });
});

describe('tables that are gone from the data folder', () => {
  it('take nothing that would be lost, end what is under way, and serve again once they are back', async () => {
    const before = await student.ask(question);
    const streaming = await student.post(question);
    await until(() => chatModel.open() === 1);
    await rename(path, `${path}.away`);
    const ends = (await readNumberedEvents(streaming))
      .map(({ event }) => event)
      .filter(({ type }) => type === 'error' || type === 'answer-end');
    expect(ends).toMatchObject([{ type: 'error', code: 'storage-unavailable', retryable: true }]);
    await expectRefusal(await student.post(question));
    await expectRefusal(await student.send('GET', '/api/conversations'));
    expect((await fetch(`${server.url}/`)).status).not.toBe(503);

    await rename(`${path}.away`, path);
    const kept = await student.get<ConversationView>(`/api/conversations/${before.conversationId}`);
    expect(kept.history).toMatchObject([{ text: before.text, status: 'complete' }]);
    const after = await student.ask({ ...question, conversationId: before.conversationId });
    expect(after.events.at(-1)?.event.type).toBe('answer-end');
    expect(logged).toContain('"code":"storage-unavailable"');
    expect(logged).not.toMatch(/zanzibar|SQLITE/);
  });
});
