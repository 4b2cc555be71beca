import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftSummary, SharedDraft, SharedDraftView } from '../../contract/drafts.ts';
import { TutorError } from '../../errors.ts';
import { createLog } from '../../log.ts';
import { enterAsTrainer } from '../../testing/ask-server.ts';
import { fullDraft, thinDraft } from '../../testing/critique-drafts.ts';
import {
  draftIdIn,
  type DraftStudent,
  enterWithDrafts,
  firstDraftEvent,
  readDraftEvents,
} from '../../testing/drafts-api.ts';
import { draftCourse } from '../../testing/draft-course.ts';
import { serveTutor, type ServedTutor } from '../../testing/serve-tutor.ts';
import { type SlowReader, slowReader } from '../../testing/slow-reader.ts';

let server: ServedTutor;
let student: DraftStudent;
let trainer = '';
beforeAll(async () => {
  server = await serveTutor();
  student = await enterWithDrafts(server.url);
  trainer = await enterAsTrainer(server.url, server.trainerToken);
});
afterAll(() => server.close());

const asTrainer = (path: string) =>
  fetch(`${server.url}/api/trainer/drafts${path}`, { headers: { cookie: trainer } });

/** Waits until a draft's reading is over. */
async function ended(one: DraftStudent, id: string): Promise<string> {
  for (;;) {
    const { status } = await one.view(id);
    if (status !== 'streaming') return status;
    await sleep(20);
  }
}

describe('/api/drafts', () => {
  it('lists a student’s drafts, newest first, and opens each with its feedback', async () => {
    const mine = await enterWithDrafts(server.url);
    const first = await mine.sendAll({ task: 'sc1', text: thinDraft });
    const second = await mine.sendAll({ task: 'sc1', text: fullDraft });
    const listed = (await (await mine.call('GET', '/api/drafts')).json()) as DraftSummary[];
    expect(listed.map(({ id }) => id)).toEqual([second, first]);
    expect(listed[0]).toEqual({
      ...{ id: second, task: 'sc1', createdAt: expect.any(String) as string },
      ...{ length: fullDraft.length, status: 'complete', shared: false, previousId: first },
    });
    const view = await mine.view(second);
    expect(view).toMatchObject({ ...listed[0], text: fullDraft, language: 'fr', model: 'offline' });
    for (const { quotations } of view.critique!.criteria) {
      for (const { start, end, quote } of quotations) {
        expect(view.text.slice(start, end)).toBe(quote);
      }
    }
  });

  it('sends the events of a reading again, those after a number, and always the last', async () => {
    const events = await readDraftEvents(await student.send({ task: 'sc1', text: fullDraft }));
    const id = draftIdIn(events);
    const again = async (query: string) =>
      readDraftEvents(await student.call('GET', `/api/drafts/${id}/events${query}`));
    expect(await again('')).toEqual(events);
    for (let after = 0; after < events.length; after += 1) {
      const expected = events.slice(Math.min(after + 1, events.length - 1));
      expect(await again(`?after=${after}`)).toEqual(expected);
    }
    expect(await again('?after=999')).toEqual(events.slice(-1));
    for (const after of ['-2', '1e3', 'x', '1&after=2']) {
      const refused = await student.call('GET', `/api/drafts/${id}/events?after=${after}`);
      expect([after, refused.status]).toEqual([after, 400]);
    }
  });

  it('deletes a draft, and keeps the ones that were compared with it', async () => {
    const mine = await enterWithDrafts(server.url);
    const first = await mine.sendAll({ task: 'sc1', text: thinDraft });
    const second = await mine.sendAll({ task: 'sc1', text: fullDraft });
    expect((await mine.call('DELETE', `/api/drafts/${first}`)).status).toBe(204);
    expect((await mine.call('GET', `/api/drafts/${first}`)).status).toBe(404);
    expect(await mine.view(second)).toMatchObject({ status: 'complete', previousId: null });
  });

  it('shows nobody the drafts of another student, and lets nobody touch them', async () => {
    const id = await student.sendAll({ task: 'sc4', text: thinDraft });
    const other = await enterWithDrafts(server.url);
    const attempts: readonly [string, string, object?][] = [
      ['GET', `/api/drafts/${id}`],
      ['GET', `/api/drafts/${id}/events`],
      ['PATCH', `/api/drafts/${id}`, { shared: true }],
      ['DELETE', `/api/drafts/${id}`],
      ['POST', `/api/drafts/${id}/stop`],
      ['POST', `/api/drafts/${id}/retry`],
    ];
    for (const [method, path, body] of attempts) {
      const response = await other.call(method, path, body);
      expect([method, path, response.status]).toEqual([method, path, 404]);
    }
    const compared = await other.send({ task: 'sc4', text: fullDraft, previousId: id });
    expect(compared.status).toBe(404);
    expect(await (await other.call('GET', '/api/drafts')).json()).toEqual([]);
    expect(await student.view(id)).toMatchObject({ shared: false, status: 'complete' });
  });
});

describe('/api/trainer/drafts', () => {
  it('shows a trainer what students share, for as long as they do', async () => {
    const mine = await enterWithDrafts(server.url);
    const before = await mine.sendAll({ task: 'sc1', text: thinDraft });
    const id = await mine.sendAll({ task: 'sc1', text: fullDraft });
    expect((await asTrainer(`/${id}`)).status).toBe(404);
    const listed = async () => (await (await asTrainer('')).json()) as SharedDraft[];
    expect((await listed()).map((one) => one.id)).not.toContain(id);

    const shared = await mine.call('PATCH', `/api/drafts/${id}`, { shared: true });
    expect(await shared.json()).toMatchObject({ id, shared: true });
    const { student: me } = (await (await mine.call('GET', '/api/session')).json()) as {
      student: { pseudonym: string; className: string };
    };
    expect((await listed()).find((one) => one.id === id)).toEqual({
      ...{ id, task: 'sc1', createdAt: expect.any(String) as string, length: fullDraft.length },
      ...{ status: 'complete', shared: true, previousId: before },
      ...{ pseudonym: me.pseudonym, className: me.className },
    });
    const view = async () => (await (await asTrainer(`/${id}`)).json()) as SharedDraftView;
    expect(await view()).toMatchObject({ text: fullDraft, pseudonym: me.pseudonym });

    // Of the draft before, which is not shared, nothing is quoted.
    const quoted = async () => (await view()).critique!.progress!.some((item) => item.before);
    expect((await mine.view(id)).critique!.progress!.some((item) => item.before)).toBe(true);
    expect(await quoted()).toBe(false);
    await mine.call('PATCH', `/api/drafts/${before}`, { shared: true });
    expect(await quoted()).toBe(true);

    await mine.call('PATCH', `/api/drafts/${id}`, { shared: false });
    expect((await asTrainer(`/${id}`)).status).toBe(404);
    expect((await listed()).map((one) => one.id)).not.toContain(id);
  });

  it('refuses students', async () => {
    expect((await student.call('GET', '/api/trainer/drafts')).status).toBe(403);
  });
});

describe('a reading', () => {
  const serveSlowly = async (structuredModel: SlowReader, stopping?: AbortSignal) =>
    serveTutor({
      ...{ structuredModel, files: await draftCourse('sc1', 'sc2', 'sc3') },
      ...(stopping && { stopping }),
    });

  it('goes on when its reader leaves, and is there when the reader comes back', async () => {
    const reader = slowReader();
    const slow = await serveSlowly(reader);
    try {
      const mine = await enterWithDrafts(slow.url);
      const left = await firstDraftEvent(await mine.send({ task: 'sc1', text: fullDraft }));
      await left.rest.cancel();
      const back = mine.call('GET', `/api/drafts/${left.id}/events?after=0`);
      reader.go();
      const events = await readDraftEvents(await back);
      expect(events[0]).toMatchObject({ number: 1, event: { type: 'criterion-read' } });
      expect(events.at(-1)?.event.type).toBe('critique-end');

      reader.hold();
      const alone = await firstDraftEvent(await mine.send({ task: 'sc2', text: fullDraft }));
      await alone.rest.cancel();
      expect((await mine.view(alone.id)).status).toBe('streaming');
      reader.go();
      expect(await ended(mine, alone.id)).toBe('complete');
    } finally {
      await slow.close();
    }
  });

  // A time that passes by the clock: a machine that stands still meanwhile fails it by chance, a fault every time.
  it('is stopped within half a second, and can be begun again', { retry: 2 }, async () => {
    const reader = slowReader();
    const slow = await serveSlowly(reader);
    try {
      const mine = await enterWithDrafts(slow.url);
      const response = await mine.send({ task: 'sc1', text: fullDraft });
      const { id, rest } = await firstDraftEvent(response);
      while (!reader.isWaiting()) await sleep(5);
      const started = performance.now();
      expect((await mine.call('POST', `/api/drafts/${id}/stop`)).status).toBe(204);
      expect(performance.now() - started).toBeLessThan(500);
      expect(reader.abortedAt()).not.toBeNull();
      const { value } = await rest.read();
      expect(new TextDecoder().decode(value)).toContain('event: stopped\n');
      expect(await mine.view(id)).toMatchObject({ status: 'stopped', text: fullDraft });
      const replayed = await readDraftEvents(await mine.call('GET', `/api/drafts/${id}/events`));
      expect(replayed.map(({ event }) => event.type)).toEqual(['draft-stored', 'stopped']);

      const again = mine.call('POST', `/api/drafts/${id}/retry`);
      const twice = mine.call('POST', `/api/drafts/${id}/retry`);
      while (!reader.isWaiting()) await sleep(5);
      reader.go();
      const events = await readDraftEvents(await again);
      expect(events.at(-1)?.event.type).toBe('critique-end');
      expect(await readDraftEvents(await twice)).toEqual(events);
      expect(draftIdIn(events)).toBe(id);
      const refused = await mine.call('POST', `/api/drafts/${id}/retry`);
      expect(refused.status).toBe(409);
    } finally {
      await slow.close();
    }
  });

  it('is interrupted when the server stops, and its reader is told', async () => {
    const stopping = new AbortController();
    const slow = await serveSlowly(slowReader(), stopping.signal);
    try {
      const mine = await enterWithDrafts(slow.url);
      const response = await mine.send({ task: 'sc1', text: fullDraft });
      const { id, rest } = await firstDraftEvent(response);
      stopping.abort(new TutorError('model-interrupted', 'The server is stopping.'));
      const { value } = await rest.read();
      expect(new TextDecoder().decode(value)).toMatch(/event: error\n.*"code":"model-interrupted"/);
      expect(await mine.view(id)).toMatchObject({
        ...{ status: 'interrupted', failure: 'model-interrupted', text: fullDraft },
      });
    } finally {
      await slow.close();
    }
  });

  it('is refused while two of the student’s are under way, with when to come back', async () => {
    const reader = slowReader();
    const slow = await serveSlowly(reader);
    try {
      const mine = await enterWithDrafts(slow.url);
      await firstDraftEvent(await mine.send({ task: 'sc1', text: fullDraft }));
      await firstDraftEvent(await mine.send({ task: 'sc2', text: fullDraft }));
      const refused = await mine.send({ task: 'sc3', text: fullDraft });
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
      const other = await enterWithDrafts(slow.url);
      expect((await other.send({ task: 'sc3', text: fullDraft })).status).toBe(200);
    } finally {
      await slow.close();
    }
  });

  it('leaves nothing of a draft in a log at the level trace', async () => {
    const lines: string[] = [];
    const log = createLog('trace', { write: (line: string) => void lines.push(line) });
    const other = await serveTutor({ log, files: await draftCourse('sc1') });
    try {
      const mine = await enterWithDrafts(other.url);
      const id = await mine.sendAll({ task: 'sc1', text: fullDraft });
      await mine.send({ task: 'sc1', text: `${fullDraft}\0` });
      await mine.send({ task: 'ShopNow', text: fullDraft });
      await mine.call('PATCH', `/api/drafts/${id}`, { shared: 'ShopNow' });
      await mine.call('GET', `/api/drafts/ShopNow`);
      await mine.call('POST', `/api/drafts/${id}/retry`);
      await mine.call('DELETE', `/api/drafts/${id}`);
    } finally {
      await other.close();
    }
    expect(lines.join('')).toContain('critique-end');
    expect(lines.join('')).not.toMatch(/clics|panier|ShopNow/i);
  });
});
