import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentView, ErrorBody } from '../../contract/course.ts';
import type { TaskView } from '../../contract/critiques.ts';
import type { DraftSummary } from '../../contract/drafts.ts';
import { enterAsStudent } from '../../testing/ask-server.ts';
import { fullDraft, otherDraft, thinDraft } from '../../testing/critique-drafts.ts';
import {
  draftIdIn,
  type DraftStudent,
  enterWithDrafts,
  readDraftEvents,
} from '../../testing/drafts-api.ts';
import { serveTutor, type ServedTutor } from '../../testing/serve-tutor.ts';

let server: ServedTutor;
let student: DraftStudent;
beforeAll(async () => {
  server = await serveTutor();
  student = await enterWithDrafts(server.url);
});
afterAll(() => server.close());

/** A body as it is, from a student of its own. */
const post = async (body: unknown, url = server.url) =>
  fetch(`${url}/api/critiques`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: await enterAsStudent(url) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const get = async (path: string, url = server.url) =>
  fetch(`${url}${path}`, { headers: { cookie: await enterAsStudent(url) } });

describe('POST /api/critiques', () => {
  it('stores the draft, then sends each criterion, the critique and the end, by number', async () => {
    const response = await post({ task: 'sc1', text: fullDraft });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const events = await readDraftEvents(response);
    expect(events.map(({ event }) => event.type)).toEqual([
      'draft-stored',
      ...Array<string>(5).fill('criterion-read'),
      ...Array<string>(5).fill('criterion-available'),
      'critique-available',
      'critique-end',
    ]);
    expect(events.map(({ number }) => number)).toEqual([...events.keys()]);
  });

  it('compares with the newest draft of the task, or the one that is named, or none', async () => {
    const first = await student.sendAll({ task: 'sc1', text: thinDraft });
    expect(await student.view(first)).toMatchObject({ previousId: null, status: 'complete' });
    const second = await student.sendAll({ task: 'sc1', text: fullDraft });
    const { previousId, critique } = await student.view(second);
    expect(previousId).toBe(first);
    expect(critique?.progress?.map(({ change }) => change)).toContain('addressed');
    const alone = await student.sendAll({ task: 'sc1', text: `${fullDraft}\n`, previousId: null });
    expect(await student.view(alone)).toMatchObject({
      previousId: null,
      critique: { progress: null },
    });
    const named = await student.sendAll({
      task: 'sc1',
      text: `${fullDraft}\n\n`,
      previousId: first,
    });
    expect((await student.view(named)).previousId).toBe(first);
  });

  it('reads a draft alone when the one before it is on another task', async () => {
    const mine = await enterWithDrafts(server.url);
    const astray = await mine.sendAll({ task: 'sc1', text: otherDraft });
    const id = await mine.sendAll({ task: 'sc1', text: fullDraft, previousId: astray });
    expect(await mine.view(id)).toMatchObject({
      status: 'complete',
      previousId: null,
      critique: { progress: null },
    });
  });

  it('reads once what comes twice: with the same key, or the same text at once', async () => {
    const mine = await enterWithDrafts(server.url);
    const keyed = { task: 'sc2', text: fullDraft, requestKey: randomUUID() };
    const both = await Promise.all([mine.sendAll(keyed), mine.sendAll(keyed)]);
    const third = draftIdIn(await readDraftEvents(await mine.send(keyed)));
    const keyless = await mine.sendAll({ task: 'sc2', text: fullDraft });
    expect(new Set([...both, third, keyless]).size).toBe(1);
    const other = await mine.send({ ...keyed, text: thinDraft });
    expect(other.status).toBe(409);
    expect(await (await mine.call('GET', '/api/drafts')).json()).toHaveLength(1);
  });

  it('takes a draft of 40,000 characters, all of them escaped', async () => {
    const text = 'é'.repeat(40_000);
    const escaped = JSON.stringify({ task: 'sc1', text }).replaceAll('é', '\\u00e9');
    expect((await post(escaped)).status).toBe(200);
  });

  it('keeps the text as it was sent, whatever is in it', async () => {
    const text = `\ufeff${fullDraft}\r\nÃ© 😀 \u202e \ud83d fin`;
    const id = await student.sendAll({ task: 'sc3', text });
    const view = await student.view(id);
    // Half a character has no bytes to be stored in.
    expect(view.text).toBe(text.toWellFormed());
    expect(view.length).toBe(text.length);
  });

  const id = '00000000-0000-4000-8000-000000000000';
  it.each([
    [{ task: 'sc1' }, 400, 'bad-request', /^The field “text” is missing/],
    [{ text: 'x' }, 400, 'bad-request', /^The field “task” is missing/],
    [{ task: 'sc1', text: 'x', mark: true }, 400, 'bad-request', /unknown field, “mark”/],
    [{ task: 'sc1', text: 'x', previous: 'y' }, 400, 'bad-request', /unknown field, “previous”/],
    [{ task: 'sc1', text: 'x', language: 'de' }, 400, 'bad-request', /^The field “language”/],
    [{ task: 'sc1', text: 'x', previousId: 3 }, 400, 'bad-request', /^The field “previousId”/],
    [{ task: 'sc1', text: fullDraft, previousId: id }, 404, 'not-found', /draft to compare with/],
    ['[]', 400, 'bad-request', /not the JSON object/],
    [{ task: 'sc1', text: ' ' }, 400, 'bad-request', /^The draft is empty/],
    [{ task: 'sc1', text: 'PK\u0003\u0004\0' }, 400, 'bad-request', /^The request holds control/],
    [{ task: 'nope', text: fullDraft }, 404, 'not-found', /the tasks are/],
    [{ task: 'sc1', text: 'a'.repeat(40_001) }, 413, 'draft-too-long', /limit is 40000/],
    [{ task: 'sc1', text: 'a'.repeat(600_000) }, 413, 'too-large', /exceeds 512 kB/],
  ])('refuses %#, with one sentence and the right status', async (body, status, code, message) => {
    const response = await post(body);
    const error = (await response.json()) as ErrorBody;
    expect(response.status).toBe(status);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) as string });
    expect(error.message.match(/[.!?](?=\s|$)/g)!.length).toBeLessThanOrEqual(2);
  });

  it('stores nothing of what it refuses', async () => {
    const mine = await enterWithDrafts(server.url);
    expect((await mine.send({ task: 'nope', text: fullDraft })).status).toBe(404);
    expect((await mine.send({ task: 'sc1', text: ' ' })).status).toBe(400);
    expect(await (await mine.call('GET', '/api/drafts')).json()).toEqual([]);
  });

  it('refuses a sixth draft of a task in a day and says when to come back, but one of another task not', async () => {
    const mine = await enterWithDrafts(server.url);
    const text = (n: number) => `${thinDraft}\nVersion ${n}.`;
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.push(await mine.sendAll({ task: 'sc1', text: text(n) }));
    // To delete one does not make room for another.
    expect((await mine.call('DELETE', `/api/drafts/${ids[0]}`)).status).toBe(204);
    const refused = await mine.send({ task: 'sc1', text: text(5) });
    expect(refused.status).toBe(429);
    const error = (await refused.json()) as ErrorBody;
    expect(error.message).toMatch(/read 5 times in 24 hours at most; .* in 24 hours\.$/);
    const after = Number(refused.headers.get('retry-after'));
    expect(after).toBeGreaterThan(86_000);
    expect(after).toBeLessThanOrEqual(86_400);
    // What was read already is answered from what is stored.
    expect(await mine.sendAll({ task: 'sc1', text: text(4) })).toBe(ids[4]);
    expect((await mine.send({ task: 'sc2', text: text(5) })).status).toBe(200);
    const listed = (await (await mine.call('GET', '/api/drafts')).json()) as DraftSummary[];
    expect(listed.map(({ task }) => task)).toEqual(['sc2', 'sc1', 'sc1', 'sc1', 'sc1']);
  });
});

describe('GET /api/tasks', () => {
  it('lists the tasks with their criteria, and nothing by which they are judged', async () => {
    const tasks = (await (await get('/api/tasks')).json()) as TaskView[];
    expect(tasks.map(({ id }) => id)).toContain('omnishop');
    expect(Object.keys(tasks[0]!).sort()).toEqual(['criteria', 'id', 'statement', 'title']);
    expect(Object.keys(tasks[0]!.criteria[0]!).sort()).toEqual(['asks', 'id', 'name']);
  });

  it('names for each task of the course a statement that opens', async () => {
    const tasks = (await (await student.call('GET', '/api/tasks')).json()) as TaskView[];
    expect(tasks).toHaveLength(11);
    for (const { id, statement } of tasks) {
      const response = await student.call('GET', `/api/documents/${statement}`);
      expect([id, response.status]).toEqual([id, 200]);
      expect(((await response.json()) as DocumentView).text.length).toBeGreaterThan(200);
    }
  });

  it('says of a task whose statement is not in the course that it has none', async () => {
    const folder = join(import.meta.dirname, '..', '..', '..', 'corpus', 'tasks');
    const files = {
      'kafka.md': '# Kafka\n\nKafka garde les messages.\n',
      'tasks/sc1.yaml': await readFile(join(folder, 'sc1.yaml'), 'utf8'),
    };
    const other = await serveTutor({ files });
    try {
      const tasks = (await (await get('/api/tasks', other.url)).json()) as TaskView[];
      expect(tasks).toMatchObject([{ id: 'sc1', statement: null }]);
      expect((await post({ task: 'sc1', text: fullDraft }, other.url)).status).toBe(200);
    } finally {
      await other.close();
    }
  });

  it('is empty where the corpus sets none', async () => {
    const other = await serveTutor({
      files: { 'kafka.md': '# Kafka\n\nKafka garde les messages.\n' },
    });
    try {
      expect(await (await get('/api/tasks', other.url)).json()).toEqual([]);
      const refused = await post({ task: 'sc1', text: fullDraft }, other.url);
      expect(refused.status).toBe(404);
      expect(((await refused.json()) as ErrorBody).message).toMatch(/^This course sets no task/);
    } finally {
      await other.close();
    }
  });
});
