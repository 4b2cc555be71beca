import { afterEach, describe, expect, it } from 'vitest';
import type { ConversationView, TurnEvent } from '../contract/conversations.ts';
import type { ErrorBody } from '../contract/course.ts';
import { createLog } from '../log.ts';
import { readNumberedEvents } from '../testing/ask-server.ts';
import { fullDraft } from '../testing/critique-drafts.ts';
import { draftCourse } from '../testing/draft-course.ts';
import { draftIdIn, enterWithDrafts, readDraftEvents } from '../testing/drafts-api.ts';
import { fillDisk } from '../testing/full-disk.ts';
import { scriptedChatModel } from '../testing/scripted-chat-model.ts';
import { serveTutor, type ServedTutor, type ServeTutorOptions } from '../testing/serve-tutor.ts';
import { slowReader } from '../testing/slow-reader.ts';
import { createStudentClient } from '../testing/student-client.ts';
import { until } from '../testing/until.ts';

/** SQLite says that the disk is full, over real sockets: students are told, and nothing that was acknowledged is lost. */

const secret = 'zanzibar';
let logged = '';
let server: ServedTutor;
afterEach(() => server.close());

async function serve(options: ServeTutorOptions): Promise<ServedTutor> {
  logged = '';
  const log = createLog('trace', { write: (line: string) => void (logged += line) });
  server = await serveTutor({ ...options, files: await draftCourse('sc1'), log });
  return server;
}

const isEnd = ({ type }: { readonly type: string }) =>
  ['answer-end', 'critique-end', 'stopped', 'error'].includes(type);

/** A refusal in one sentence that says what to do, and nothing of SQLite, of the disk’s paths or of the text. */
async function expectRefusal(response: Response): Promise<void> {
  expect(response.status).toBe(507);
  const body = (await response.json()) as ErrorBody;
  expect(body).toMatchObject({ code: 'disk-full', retryable: true });
  expect(body.message).toMatch(/^There is no room .*; tell your trainer.*\.$/);
}

describe('a full disk', () => {
  it('in the middle of an answer ends it with one sentence; what was acknowledged stays, and the rest goes on when there is room', async () => {
    const long = `Kafka ${'garde les événements '.repeat(300)}. `;
    const chatModel = scriptedChatModel(['Un début. ', 600, long, long, 'La fin.']);
    const { url, store } = await serve({ chatModel });
    const student = await createStudentClient(url);
    const before = await student.ask({ question: 'Qu’est-ce que Kafka ?' });
    const turn = `/api/turns/${before.turnId}/rating`;
    expect(
      (await student.send('PUT', turn, { helpful: true, reasons: [], shared: false })).ok,
    ).toBe(true);

    const { conversationId } = before;
    const question = `Que garde Kafka, ${secret} ?`;
    const streaming = await student.post({ question, conversationId });
    await until(() => chatModel.open() === 1);
    const disk = await fillDisk(store);
    const events = (await readNumberedEvents(streaming)).map(({ event }) => event);
    expect(events.filter(isEnd)).toEqual([
      {
        ...{ type: 'error', code: 'disk-full', retryable: true },
        requestId: streaming.headers.get('x-request-id') ?? '',
      } satisfies TurnEvent,
    ]);
    expect(events.at(-1)?.type).toBe('error');

    await expectRefusal(await student.post({ question: `${secret} ${'mot '.repeat(900)}` }));
    // Reading goes on, and what the answer came to is told as it is, never as still under way.
    const page = await student.get<ConversationView>(`/api/conversations/${conversationId}`);
    expect(page.history.map(({ status }) => status)).toEqual(['complete', 'interrupted']);
    expect(page.history[0]).toMatchObject({ text: before.text, rating: { helpful: true } });
    expect(page.history[1]?.question).toBe(question);

    await disk.makeRoom();
    const again = await student.ask({
      ...{ question, conversationId, replaces: page.history[1]?.id },
    });
    expect(again.events.at(-1)?.event.type).toBe('answer-end');
    expect(logged).toContain('"code":"disk-full"');
    expect(logged).not.toContain(secret);
    expect(logged).not.toMatch(/SQLITE|\bat .+:\d+:\d+/);
  });

  it('while a draft is read ends the reading, keeps the draft, and reads it when there is room', async () => {
    const structuredModel = slowReader();
    const { url, store } = await serve({ structuredModel });
    const student = await enterWithDrafts(url);
    const streaming = await student.send({ task: 'sc1', text: `${fullDraft}\n\n${secret}` });
    await until(() => structuredModel.isWaiting());
    const disk = await fillDisk(store);
    structuredModel.go();
    const events = await readDraftEvents(streaming);
    expect(events.map(({ event }) => event).filter(isEnd)).toMatchObject([
      { type: 'error', code: 'disk-full', retryable: true },
    ]);
    const id = draftIdIn(events);
    expect(await student.view(id)).toMatchObject({
      status: expect.stringMatching(/^(failed|interrupted)$/) as string,
      critique: null,
    });
    expect((await student.view(id)).text).toContain(fullDraft);

    await expectRefusal(
      await student.send({ task: 'sc1', text: 'Kafka garde les événements. '.repeat(1_000) }),
    );

    await disk.makeRoom();
    const again = await readDraftEvents(await student.call('POST', `/api/drafts/${id}/retry`));
    expect(again.at(-1)?.event.type).toBe('critique-end');
    expect(await student.view(id)).toMatchObject({ status: 'complete' });
    expect(logged).not.toContain(secret);
  });
});
