import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorBody } from '../contract/course.ts';
import { type ApiClient, createApiClient } from '../testing/api-client.ts';
import { readNumberedEvents } from '../testing/ask-server.ts';
import { fullDraft } from '../testing/critique-drafts.ts';
import { draftCourse } from '../testing/draft-course.ts';
import { readDraftEvents } from '../testing/drafts-api.ts';
import { serveTutor, type ServedTutor } from '../testing/serve-tutor.ts';
import { slowReader } from '../testing/slow-reader.ts';
import { until } from '../testing/until.ts';
import type { ChatModel } from '../tutoring/chat-model.ts';

/** A whole school presses the button in the same second. */

const rush = 500;
let writing = 0;
let goOn: () => void = () => {};
const released = new Promise<void>((resolve) => (goOn = resolve));
/** A model that says nothing more until it is told to. */
const chatModel: ChatModel = {
  name: 'held',
  async *stream() {
    writing += 1;
    yield 'Un début. ';
    await released;
    yield 'La fin.';
    writing -= 1;
  },
};
const reader = slowReader();
let server: ServedTutor;
let students: readonly ApiClient[];
beforeAll(async () => {
  const files = await draftCourse('sc1');
  server = await serveTutor({ files, chatModel, structuredModel: reader });
  students = await enterMany(server);
});
afterAll(() => server.close());

/** More students than one class has pseudonyms for. */
async function enterMany({ url, store, service: { access } }: ServedTutor) {
  const open = await access.students.openClass();
  const enter = async (_: unknown, n: number): Promise<ApiClient> => {
    const id = `student-${n}`;
    await store.tables
      .insertInto('students')
      .values({
        ...{ id, class_id: open!.id, pseudonym: id, recovery_hash: id },
        created_at: new Date().toISOString(),
      })
      .execute();
    const token = await access.sessions.begin({ studentId: id }, null);
    return createApiClient(url, { cookie: `repere-student=${token}` });
  };
  return Promise.all(Array.from({ length: rush }, enter));
}

/** Every refusal says in one sentence that it is one, and when to come back. */
async function expectRefusals(responses: readonly Response[]): Promise<void> {
  for (const response of responses) {
    expect([429, 503]).toContain(response.status);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    const body = (await response.json()) as ErrorBody;
    expect(body).toMatchObject({ code: 'too-many-requests', retryable: true });
    expect(body.message).toMatch(/please .+ in a moment\.$/);
  }
}

describe('many at once', () => {
  it('who ask, five hundred of them: 32 are answered, the others are told when to come back, and every place is free again after', async () => {
    const question = { question: 'Qu’est-ce que Kafka ?' };
    const responses = await Promise.all(
      students.map((student) => student.call('POST', '/api/answers', question)),
    );
    const letIn = responses.filter(({ status }) => status === 200);
    expect(letIn).toHaveLength(32);
    await expectRefusals(responses.filter(({ status }) => status !== 200));
    await until(() => writing === 32);
    goOn();
    for (const response of letIn) {
      const events = (await readNumberedEvents(response)).map(({ event }) => event.type);
      expect(events.filter((type) => ['answer-end', 'error', 'stopped'].includes(type))).toEqual([
        'answer-end',
      ]);
    }
    expect(writing).toBe(0);
    // Every place is free again.
    const again = await Promise.all(
      students.slice(0, 32).map((student) => student.call('POST', '/api/answers', question)),
    );
    expect(again.map(({ status }) => status)).toEqual(again.map(() => 200));
    await Promise.all(again.map((response) => response.text()));
  });

  it('who send a draft, forty of them: eight are read, the others are told when to come back', async () => {
    const draft = { task: 'sc1', text: fullDraft };
    const responses = await Promise.all(
      students.slice(0, 40).map((student) => student.call('POST', '/api/critiques', draft)),
    );
    const read = responses.filter(({ status }) => status === 200);
    expect(read).toHaveLength(8);
    await expectRefusals(responses.filter(({ status }) => status !== 200));
    reader.go();
    for (const response of read) {
      expect((await readDraftEvents(response)).at(-1)?.event.type).toBe('critique-end');
    }
  });
});
