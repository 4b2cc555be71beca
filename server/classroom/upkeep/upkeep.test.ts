import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore, type Store } from '../../storage/store.ts';
import { bytesOfFolder } from '../../testing/bytes-of-folder.ts';
import { createUpkeep, runDaily, type Upkeep } from './upkeep.ts';

let folder = '';
let store: Store;
let upkeep: Upkeep;
let now = new Date('2026-03-01T12:00:00.000Z');
beforeEach(async () => {
  now = new Date('2026-03-01T12:00:00.000Z');
  folder = await mkdtemp(join(tmpdir(), 'repere-upkeep-'));
  store = await openStore(folder);
  upkeep = createUpkeep(store, { stopAll: () => Promise.resolve() }, () => now);
  await insert('classes', {
    ...{ id: 'c', name: 'c', code_hash: null, code_expires_at: null, open: 1 },
    created_at: daysAgo(400),
  });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
const insert = (table: Parameters<Store['tables']['insertInto']>[0], values: object) =>
  store.tables
    .insertInto(table)
    .values(values as never)
    .execute();
const idsOf = async (table: 'students' | 'conversations' | 'turns' | 'drafts') =>
  (await store.tables.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id);

const student = (id: string, age: number) =>
  insert('students', {
    ...{ id, class_id: 'c', pseudonym: id, recovery_hash: id, created_at: daysAgo(age) },
  });
const session = (student_id: string, expires: number) =>
  insert('sessions', {
    ...{ token_hash: `of ${student_id}`, role: 'student', student_id, created_at: daysAgo(100) },
    expires_at: daysAgo(-expires),
  });

/** A conversation of one turn, asked and finished so many days ago. */
async function conversation(id: string, student_id: string, asked: number, finished = asked) {
  const times = { created_at: daysAgo(asked), updated_at: daysAgo(asked) };
  await insert('conversations', { id, student_id, title: null, ledger: null, ...times });
  await insert('turns', {
    ...{ id: `${id}-turn`, conversation_id: id, position: 0, request_key: null, replaced: 0 },
    ...{ question: `secret-${id}-`.repeat(300), asked_at: daysAgo(asked), status: 'complete' },
    ...{ finished_at: daysAgo(finished), language: 'fr', decision: 'answer', answer: '{}' },
    ...{ memory: null, exam: null, item: null, nearest: null },
  });
}
const draft = (id: string, student_id: string, sent: number, previous: string | null = null) =>
  insert('drafts', {
    ...{ id, student_id, task: 't', request_key: null, text: `secret-${id}-`.repeat(300) },
    ...{ language: 'fr', created_at: daysAgo(sent), finished_at: daysAgo(sent) },
    ...{ status: 'complete', previous_id: previous, critique: null, model: null, fallback: 0 },
    ...{ failure: null, shared: 0, length: 1 },
  });

describe('the retention', () => {
  it('deletes what was not touched for 30 days, and no byte of it is left', async () => {
    await student('s', 90);
    await session('s', 10);
    await conversation('old', 's', 31);
    await conversation('touched', 's', 31, 29);
    await conversation('new', 's', 29);
    await draft('old-draft', 's', 31);
    await draft('new-draft', 's', 29, 'old-draft');
    expect((await bytesOfFolder(folder)).includes('secret-old-')).toBe(true);
    await upkeep.run();
    expect(await idsOf('conversations')).toEqual(['new', 'touched']);
    expect(await idsOf('turns')).toEqual(['new-turn', 'touched-turn']);
    expect(await idsOf('drafts')).toEqual(['new-draft']);
    const bytes = await bytesOfFolder(folder);
    for (const gone of ['secret-old-', 'secret-old-draft-'])
      expect(bytes.includes(gone)).toBe(false);
    for (const kept of ['secret-new-', 'secret-touched-']) expect(bytes.includes(kept)).toBe(true);
  });

  it('deletes expired sessions, and students with nothing left whom no browser remembers', async () => {
    await student('worked', 90);
    await conversation('kept', 'worked', 1);
    await student('remembered', 90);
    await session('remembered', 5);
    await student('gone', 90);
    await session('gone', -1);
    await student('recent', 20);
    await upkeep.run();
    expect(await idsOf('students')).toEqual(['recent', 'remembered', 'worked']);
    expect(await store.tables.selectFrom('sessions').select('student_id').execute()).toEqual([
      { student_id: 'remembered' },
    ]);
  });

  it('keeps as many days as a trainer says, from then on and at once', async () => {
    await student('s', 90);
    await conversation('a', 's', 20);
    await conversation('b', 's', 5);
    expect(await upkeep.settings()).toEqual({
      ...{ retentionDays: 30, lastRetention: null, conversations: 2, drafts: 0 },
    });
    expect(await upkeep.keepFor(7)).toEqual({
      ...{ retentionDays: 7, lastRetention: now.toISOString(), conversations: 1, drafts: 0 },
    });
    now = new Date(now.getTime() + 3 * 86_400_000);
    await upkeep.run();
    expect(await idsOf('conversations')).toEqual([]);
  });

  it('runs at the start and each day, also after a day on which it failed', async () => {
    vi.useFakeTimers();
    try {
      const failures: unknown[] = [];
      let runs = 0;
      const run = () => {
        runs += 1;
        return runs === 2 ? Promise.reject(new Error('disk')) : Promise.resolve();
      };
      const end = await runDaily({ run }, (error) => failures.push(error));
      expect(runs).toBe(1);
      await vi.advanceTimersByTimeAsync(2 * 86_400_000);
      expect([runs, failures.length]).toEqual([3, 1]);
      end();
      await vi.advanceTimersByTimeAsync(86_400_000);
      expect([runs, vi.getTimerCount()]).toEqual([3, 0]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('deleting a student', () => {
  it('deletes everything of one, nothing of another, and leaves no byte', async () => {
    for (const id of ['one', 'other']) {
      await student(id, 1);
      await session(id, 5);
      await conversation(`v-${id}`, id, 1);
      await draft(`d-${id}`, id, 1);
    }
    await upkeep.deleteStudent('one');
    expect(await idsOf('students')).toEqual(['other']);
    expect(await idsOf('turns')).toEqual(['v-other-turn']);
    expect(await idsOf('drafts')).toEqual(['d-other']);
    const bytes = await bytesOfFolder(folder);
    for (const gone of ['secret-v-one', 'secret-d-one']) expect(bytes.includes(gone)).toBe(false);
    for (const kept of ['secret-v-other', 'secret-d-other'])
      expect(bytes.includes(kept)).toBe(true);
  });
});
