import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvalDesk, SharedConversation } from '../../../classroom/evals/eval-desk.ts';
import type { EvalRun } from '../../../contract/evals.ts';
import { TutorError } from '../../../errors.ts';
import { enterAsStudent, enterAsTrainer } from '../../../testing/ask-server.ts';
import { serveTutor, type ServedTutor } from '../../../testing/serve-tutor.ts';

const run: EvalRun = {
  ...{ run: 'r-1', variant: 'main', model: 'offline', suites: ['abstain'], splits: ['dev'] },
  ...{ startedAt: '2026-01-01T00:00:00.000Z', status: 'complete', cases: 3, of: 3, problem: null },
};
const missing = () => Promise.reject(new TutorError('not-found', 'There is no such run.'));
const adopted: SharedConversation[] = [];
let closed = false;
const desk: EvalDesk = {
  runs: () => Promise.resolve([run]),
  variants: () => Promise.resolve([]),
  estimate: () => Promise.reject(new TutorError('eval-failed', 'mine.yaml:2: wrong.')),
  start: () => Promise.reject(new TutorError('conflict', 'A run is going on.')),
  stop: missing,
  compare: missing,
  report: (name) =>
    name === run.run
      ? Promise.resolve('<!doctype html><script>alert(1)</script>')
      : missing().then(() => ''),
  adopt: (conversation) => {
    adopted.push(conversation);
    return Promise.resolve({ caseId: 'draft-1', replaced: 0 });
  },
  expect: () => Promise.resolve([]),
  course: () => Promise.resolve({ shipped: true }),
  cases: () => Promise.resolve([]),
  close: () => {
    closed = true;
    return Promise.resolve();
  },
};

let server: ServedTutor;
let cookie = '';
beforeAll(async () => {
  const files = { 'a.md': '# A\n\nUn data lake garde des données brutes.\n' };
  server = await serveTutor({ files, openEvals: () => Promise.resolve(desk) });
  cookie = await enterAsTrainer(server.url, server.trainerToken);
});
afterAll(async () => {
  await server.close();
  // Otherwise a run that goes on would keep a server that was told to stop.
  expect(closed).toBe(true);
});

const call = (path: string, method = 'GET', body?: unknown, as = cookie) =>
  fetch(`${server.url}/api/trainer/evals/${path}`, {
    ...{ method, headers: { cookie: as, 'content-type': 'application/json' } },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

describe('/api/trainer/evals', () => {
  it('lists the runs', async () => {
    expect(await (await call('runs')).json()).toEqual([run]);
  });

  it.each([
    ['POST', 'runs', { variant: 'main' }, 409, 'conflict'],
    ['POST', 'runs', { variant: 'main', split: 'test' }, 400, 'bad-request'],
    ['POST', 'runs', { variant: '' }, 400, 'bad-request'],
    ['POST', 'runs/r-9/stop', undefined, 404, 'not-found'],
    ['GET', 'estimate?variant=mine', undefined, 500, 'eval-failed'],
    ['GET', 'estimate', undefined, 400, 'bad-request'],
    ['GET', 'compare?run=r-9', undefined, 404, 'not-found'],
    ['GET', 'compare?run=a&run=b', undefined, 400, 'bad-request'],
    ['GET', `compare?run=${'a'.repeat(201)}`, undefined, 400, 'bad-request'],
    ['GET', 'report?run=r-9', undefined, 404, 'not-found'],
    ['POST', 'cases', { turnId: 'x' }, 400, 'bad-request'],
  ])('answers %s %s %j with %i', async (method, path, body, status, code) => {
    const response = await call(path, method, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  it('sends a report as a file that could do nothing here', async () => {
    const { headers } = await call('report?run=r-1');
    expect(headers.get('content-disposition')).toBe('attachment; filename="repere-r-1.html"');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('is for trainers alone', async () => {
    const student = await enterAsStudent(server.url);
    for (const [method, path] of [
      ['GET', 'runs'],
      ['GET', 'variants'],
      ['GET', 'cases'],
      ['GET', 'estimate?variant=main'],
      ['GET', 'compare?run=r-1'],
      ['GET', 'report?run=r-1'],
      ['POST', 'runs'],
      ['POST', 'runs/r-1/stop'],
      ['POST', 'cases'],
    ] as const) {
      expect((await call(path, method, undefined, student)).status).toBe(403);
      expect((await call(path, method, undefined, 'repere-trainer=x')).status).toBe(401);
    }
  });
});

describe('POST /api/trainer/evals/cases', () => {
  /** A conversation of turns, each shared or not, or replaced; their ids. */
  async function converse(turns: readonly ('shared' | 'kept' | 'replaced')[]) {
    const { tables } = server.store;
    const at = '2026-01-01T00:00:00.000Z';
    await enterAsStudent(server.url);
    const { id: student_id } = await tables
      .selectFrom('students')
      .select('id')
      .executeTakeFirstOrThrow();
    const conversation_id = randomUUID();
    await tables
      .insertInto('conversations')
      .values({
        ...{ id: conversation_id, student_id, title: null, ledger: null },
        ...{ created_at: at, updated_at: at },
      })
      .execute();
    const ids: string[] = [];
    for (const [position, what] of turns.entries()) {
      const id = randomUUID();
      ids.push(id);
      await tables
        .insertInto('turns')
        .values({
          ...{ id, conversation_id, position, request_key: null, question: `Q${position}` },
          ...{ asked_at: at, finished_at: at, status: 'complete', language: 'fr' },
          ...{ decision: 'answer', answer: JSON.stringify({ text: `A${position}` }) },
          ...{ memory: null, replaced: what === 'replaced' ? 1 : 0, exam: null, item: null },
          nearest: null,
        })
        .execute();
      await tables
        .insertInto('ratings')
        .values({
          ...{ turn_id: id, helpful: 0, reasons: '[]', shared: what === 'kept' ? 0 : 1 },
          ...{ rated_at: at, case_id: null },
        })
        .execute();
    }
    return ids;
  }
  const adopt = (turnId: string) => call('cases', 'POST', { turnId });

  it('makes a case of a shared turn, with the shared ones just before it and no other', async () => {
    const ids = await converse(['shared', 'kept', 'shared', 'replaced', 'shared', 'kept']);
    expect(await (await adopt(ids[4]!)).json()).toEqual({ caseId: 'draft-1', replaced: 0 });
    expect(adopted.at(-1)).toEqual({ turns: ['Q2', 'Q4'], decision: 'answer', answer: 'A4' });
    const { case_id } = await server.store.tables
      .selectFrom('ratings')
      .select('case_id')
      .where('turn_id', '=', ids[4]!)
      .executeTakeFirstOrThrow();
    expect(case_id).toBe('draft-1');
  });

  it('makes none of a turn that is not shared, was replaced, or is not there', async () => {
    const before = adopted.length;
    const [kept, replaced] = await converse(['kept', 'replaced', 'shared']);
    for (const id of [kept!, replaced!, randomUUID()]) {
      expect((await adopt(id)).status).toBe(404);
    }
    expect(adopted).toHaveLength(before);
  });
});
