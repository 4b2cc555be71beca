import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorBody } from '../../contract/course.ts';
import type { CritiqueEvent, TaskView } from '../../contract/critiques.ts';
import { createLog } from '../../log.ts';
import { fullDraft, otherDraft, thinDraft } from '../../testing/critique-drafts.ts';
import { enterAsStudent } from '../../testing/ask-server.ts';
import { serveTutor, type ServedTutor } from '../../testing/serve-tutor.ts';

let server: ServedTutor;
beforeAll(async () => {
  server = await serveTutor();
});
afterAll(() => server.close());

const post = async (body: unknown, url = server.url) =>
  fetch(`${url}/api/critiques`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: await enterAsStudent(url) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const getTasks = async (url: string) =>
  fetch(`${url}/api/tasks`, { headers: { cookie: await enterAsStudent(url) } });

async function eventsOf(response: Response): Promise<readonly CritiqueEvent[]> {
  const frames = (await response.text())
    .split('\n\n')
    .filter((frame) => frame.startsWith('event:'));
  return frames.map((frame) => JSON.parse(/^data: (.*)$/m.exec(frame)![1]!) as CritiqueEvent);
}

describe('POST /api/critiques', () => {
  it('sends each criterion, the critique and the end', async () => {
    const response = await post({
      task: 'sc1',
      text: fullDraft,
      previous: { text: thinDraft, task: 'sc1' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const events = await eventsOf(response);
    expect(events.map(({ type }) => type)).toEqual([
      ...Array<string>(5).fill('criterion-available'),
      'critique-available',
      'critique-end',
    ]);
  });

  it('takes a draft of 40,000 characters, all of them escaped', async () => {
    const text = 'é'.repeat(40_000);
    const escaped = JSON.stringify({ task: 'sc1', text }).replaceAll('é', '\\u00e9');
    expect((await post(escaped)).status).toBe(200);
  });

  it.each([
    [{ task: 'sc1' }, 400, 'bad-request', /^The draft is missing/],
    [{ text: 'x' }, 400, 'bad-request', /^The task is missing/],
    [{ task: 'sc1', text: 'x', mark: true }, 400, 'bad-request', /unknown field, “mark”/],
    [{ task: 'sc1', text: 'x', language: 'de' }, 400, 'bad-request', /^The language is neither/],
    [{ task: 'sc1', text: 'x', previous: 3 }, 400, 'bad-request', /^The previous draft is neither/],
    ['[]', 400, 'bad-request', /not a JSON object/],
    [{ task: 'sc1', text: ' ' }, 400, 'bad-request', /^The draft is empty/],
    [{ task: 'sc1', text: 'PK\u0003\u0004\0' }, 400, 'bad-request', /^The draft is binary/],
    [{ task: 'nope', text: fullDraft }, 404, 'not-found', /the tasks are/],
    [{ task: 'sc1', text: 'a'.repeat(40_001) }, 413, 'draft-too-long', /limit is 40000/],
    [{ task: 'sc1', text: 'a'.repeat(600_000) }, 413, 'too-large', /exceeds 512 kB/],
    [{ task: 'sc1', text: fullDraft, previous: otherDraft }, 400, 'bad-request', /of another task/],
  ])('refuses %#, with one sentence and the right status', async (body, status, code, message) => {
    const response = await post(body);
    const error = (await response.json()) as ErrorBody;
    expect(response.status).toBe(status);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(error.message.match(/[.!?](?=\s|$)/g)!.length).toBeLessThanOrEqual(2);
  });

  it('logs nothing of a draft', async () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line: string) => void lines.push(line) });
    const other = await serveTutor({ log });
    try {
      await (await post({ task: 'sc1', text: fullDraft }, other.url)).text();
      await (await post({ task: 'sc1', text: `${fullDraft}\0` }, other.url)).text();
    } finally {
      await other.close();
    }
    expect(lines.join('')).toContain('critique-end');
    expect(lines.join('')).not.toMatch(/clics|panier|ShopNow/);
  });
});

describe('GET /api/tasks', () => {
  it('lists the tasks with their criteria, and nothing by which they are judged', async () => {
    const response = await getTasks(server.url);
    const tasks = (await response.json()) as TaskView[];
    expect(tasks.map(({ id }) => id)).toContain('omnishop');
    expect(Object.keys(tasks[0]!).sort()).toEqual(['criteria', 'id', 'statement', 'title']);
    expect(Object.keys(tasks[0]!.criteria[0]!).sort()).toEqual(['asks', 'id', 'name']);
  });

  it('is empty where the corpus sets none', async () => {
    const other = await serveTutor({
      files: { 'kafka.md': '# Kafka\n\nKafka garde les messages.\n' },
    });
    try {
      expect(await (await getTasks(other.url)).json()).toEqual([]);
      const refused = await post({ task: 'sc1', text: fullDraft }, other.url);
      expect(refused.status).toBe(404);
      expect(((await refused.json()) as ErrorBody).message).toMatch(/^This course sets no task/);
    } finally {
      await other.close();
    }
  });
});
