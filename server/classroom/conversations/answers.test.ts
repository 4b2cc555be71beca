import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerEvent } from '../../contract/answers.ts';
import type { TurnEvent } from '../../contract/conversations.ts';
import { TutorError } from '../../errors.ts';
import { addConversation } from '../../storage/conversations.ts';
import { openStore, type Store } from '../../storage/store.ts';
import { addTurn, findTurn } from '../../storage/turns.ts';
import { type Answers, createAnswers } from './answers.ts';
import { replayTurn } from './replay-turn.ts';
import { nothingYet } from './stored-answer.ts';
import { toTurnView } from './turn-view.ts';

const stops = new TutorError('model-interrupted', 'The server is stopping.');
const at = '2026-01-01T00:00:00.000Z';

const others = Array.from({ length: 8 }, (_, n) => `other-${n}`);

let folder = '';
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-answers-'));
  store = await openStore(folder);
  const { tables } = store;
  await tables
    .insertInto('classes')
    .values({ id: 'c', name: 'c', code_hash: null, code_expires_at: null, open: 1, created_at: at })
    .execute();
  for (const id of ['s', 'other', ...others]) {
    await tables
      .insertInto('students')
      .values({ id, class_id: 'c', pseudonym: id, recovery_hash: id, created_at: at })
      .execute();
  }
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** Answers over a tutor that says what it is given, and waits for ever at `null`. */
function create(said: readonly (AnswerEvent | null)[] = [], atOnce = 32): Promise<Answers> {
  return createAnswers({
    atOnce,
    store,
    tutor: {
      async *answerIn(_memory, _request, signal) {
        for (const event of said) {
          if (event) yield event;
          else await sleep(1e6, undefined, { signal });
        }
      },
    },
    checkQuestion: (raw) => raw,
    limits: [],
  });
}

const place = {
  ...{ documentId: 'd', title: 'D', headings: [], start: 0, end: 5, line: 1 },
  language: 'fr',
} as const;
const delta = (text: string): AnswerEvent => ({ type: 'text-delta', delta: text });
const viewOf = async (turnId: string) => toTurnView((await findTurn(store.tables, 's', turnId))!);

async function eventsOf(answers: Answers, turnId: string, after = -1) {
  const events: TurnEvent[] = [];
  const from = { after, requestId: 'r' };
  for await (const { event } of await answers.follow('s', turnId, from)) events.push(event);
  return events;
}

describe('createAnswers', () => {
  it('marks what an earlier process was writing, keeps its text without markers that lead nowhere, and replays it', async () => {
    await addConversation(store.tables, { id: 'v', studentId: 's', at });
    const answer = { ...nothingYet, sources: [], text: 'Kafka [1]. La', pieces: [10, 3] };
    await addTurn(store.tables, {
      ...{ id: 't', conversationId: 'v', question: 'q', requestKey: null, replaces: null },
      ...{ askedAt: at, language: 'fr', answer: JSON.stringify(answer) },
    });
    const answers = await create();
    expect(await viewOf('t')).toMatchObject({
      ...{ status: 'interrupted', text: 'Kafka. La', failure: 'model-interrupted' },
      decision: null,
    });
    const events = await eventsOf(answers, 't');
    expect(events.map(({ type }) => type)).toEqual([
      ...['turn-stored', 'sources-available', 'text-delta', 'text-delta', 'error'],
    ]);
    expect(events.at(-1)).toMatchObject({ code: 'model-interrupted', retryable: true });
    expect(await eventsOf(answers, 't', 3)).toEqual(events.slice(-1));
  });

  it('keeps the markers whose quotations were found, and tells a reader who had seen more how it ended', async () => {
    const citation = { ...place, marker: 1, quote: 'Kafka', plain: 'Kafka' };
    const answers = await createAnswers({
      ...{ store, checkQuestion: (raw: string) => raw, limits: [] },
      tutor: {
        async *answerIn({ keepCitations }, _request, signal) {
          yield { type: 'sources-available', conversationId: 'v', sources: [] };
          keepCitations([citation]);
          yield delta('Kafka [1]. ');
          await sleep(1e6, undefined, { signal });
        },
      },
    });
    const turnId = await answers.ask('s', { question: 'q' });
    await sleep(1_000);
    // Read as a new process finds it: this one never wrote an end.
    const killed = (await findTurn(store.tables, 's', turnId))!;
    const turn = { ...killed, status: 'interrupted' as const };
    expect(toTurnView(turn)).toMatchObject({ text: 'Kafka [1]. ', citations: [citation] });
    const replayed = async (after: number) => {
      const events: { readonly number: number; readonly event: TurnEvent }[] = [];
      for await (const one of replayTurn(turn, { after, requestId: 'r' })) events.push(one);
      return events;
    };
    const whole = await replayed(-1);
    expect(whole.map(({ number, event }) => [number, event.type])).toEqual([
      ...[
        [0, 'turn-stored'],
        [1, 'sources-available'],
        [2, 'text-delta'],
      ],
      ...[
        [3, 'citations-available'],
        [4, 'error'],
      ],
    ]);
    expect(await replayed(7)).toEqual([
      { ...whole[3], number: 8 },
      { ...whole[4], number: 9 },
    ]);
    await answers.close(stops);
  });

  // A time that passes by the clock: a machine that stands still meanwhile fails it by chance, a fault every time.
  it('stores what has come within a second, while more is waited for', { retry: 2 }, async () => {
    const answers = await create([delta('Un début. '), delta('Encore. '), null]);
    const turnId = await answers.ask('s', { question: 'q' });
    await sleep(1_000);
    expect(await viewOf(turnId)).toMatchObject({ status: 'streaming', text: 'Un début. Encore. ' });
    await answers.close(stops);
    expect(await viewOf(turnId)).toMatchObject({
      ...{ status: 'interrupted', failure: 'model-interrupted', text: 'Un début. Encore. ' },
    });
  });

  it('leaves nothing unended when it is asked after it was closed', async () => {
    const answers = await create([delta('a')]);
    await answers.close(stops);
    await expect(answers.ask('s', { question: 'q' })).rejects.toBe(stops);
    const rows = await store.tables.selectFrom('turns').select('status').execute();
    expect(rows).toEqual([{ status: 'interrupted' }]);
  });

  it('tells a failure before any text from one after it', async () => {
    const failing = (said: readonly AnswerEvent[]) =>
      createAnswers({
        ...{ store, checkQuestion: (raw: string) => raw, limits: [] },
        tutor: {
          async *answerIn() {
            yield* said;
            await Promise.resolve();
            throw new TutorError('model-unavailable', 'No model answered.');
          },
        },
      });
    for (const [said, status] of [
      [[], 'failed'],
      [[delta('a')], 'interrupted'],
    ] as const) {
      const answers = await failing(said);
      const turnId = await answers.ask('s', { question: 'q' });
      await expect(eventsOf(answers, turnId)).rejects.toMatchObject({ code: 'model-unavailable' });
      expect(await viewOf(turnId)).toMatchObject({ status, failure: 'model-unavailable' });
    }
  });

  it('lets no more in than there are places, of many who ask in the same moment, and gives every place back', async () => {
    const answers = await create([delta('a'), null], 2);
    const ask = (id: string) => answers.ask(id, { question: 'q' });
    for (let round = 0; round < 2; round += 1) {
      const asked = await Promise.allSettled(others.map(ask));
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
      for (const one of asked) {
        if (one.status === 'rejected') {
          expect(one.reason).toMatchObject({ code: 'too-many-requests' });
        }
      }
      await Promise.all(others.map((id) => answers.stopAll(id)));
    }
    await answers.close(stops);
    // Nor is one lost by a question that could not be stored.
    const closed = await Promise.allSettled(others.map(ask));
    expect(closed.map((one) => one.status === 'rejected' && one.reason)).toContain(stops);
    await expect(ask('s')).rejects.toBe(stops);
  });

  it('says that the disk is full, before anything else', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const tables = new Proxy(store.tables, {
      get(target, name) {
        if (name === 'transaction') return () => ({ execute: () => Promise.reject(full) });
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const answers = await createAnswers({
      ...{ store: { tables }, checkQuestion: (raw: string) => raw, limits: [] },
      tutor: {
        // eslint-disable-next-line require-yield
        async *answerIn() {
          await Promise.reject(new Error('never asked'));
        },
      },
    });
    await expect(answers.ask('s', { question: 'q' })).rejects.toMatchObject({ code: 'disk-full' });
  });

  it('stops what is being written in a conversation before it is deleted', async () => {
    const answers = await create([delta('a'), null]);
    const turnId = await answers.ask('s', { question: 'q' });
    await answers.stopAll('s', 'another conversation');
    expect((await viewOf(turnId)).status).toBe('streaming');
    await answers.stopAll('s');
    expect((await viewOf(turnId)).status).toBe('stopped');
  });

  it('is nobody else’s', async () => {
    const answers = await create([delta('a')]);
    const turnId = await answers.ask('s', { question: 'q' });
    const from = { after: -1, requestId: 'r' };
    await expect(answers.follow('other', turnId, from)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(answers.stop('other', turnId)).rejects.toMatchObject({ code: 'not-found' });
  });
});
