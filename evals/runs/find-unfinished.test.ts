import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeHeader, fakeRow, fakeVariant } from '../testing/fake-rows.ts';
import { cachedRows } from './cached-rows.ts';
import { findUnfinished } from './find-unfinished.ts';
import { openRunStore, type RunStore } from './run-store.ts';

let folder: string;
let store: RunStore;
const row = fakeRow('a', { metric: 'answers.gold-fact', value: 1 });
const failed = { ...fakeRow('b', { metric: 'answers.gold-fact', value: 1 }), status: 'error' };
const end = { kind: 'end', run: 'x', finishedAt: '2026-11-25T10:00:00.000Z', costUsd: 0 };
const write = (run: string, fields: object, ...lines: readonly object[]) =>
  writeFile(
    store.path(run),
    [fakeHeader({ run, ...fields }), ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-store-'));
  store = await openRunStore(folder);
  await write('1-ended', { pid: 4 }, row, end);
  await write('2-cut', { pid: 4 }, row, failed);
  await write('3-living', { pid: 5 }, row);
  await write('4-other-seed', { pid: 4, seed: 9 }, row);
  await write('5-other-variant', { pid: 4, variant: { ...fakeVariant, hash: 'other' } }, row);
  await writeFile(join(folder, 'notes.jsonl'), 'not a run');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const identity = {
  ...{ datasetHash: 'cases', trials: 1, seed: 1, suites: ['answers'] },
  ...{ splits: ['dev' as const], variantHash: 'hash' },
};

describe('findUnfinished', () => {
  it('finds the run that was cut short, not one that ended, goes on, or is another', async () => {
    expect((await findUnfinished(store, identity, (pid) => pid === 5))?.run).toBe('2-cut');
    expect((await findUnfinished(store, identity, () => false))?.run).toBe('3-living');
    expect(await findUnfinished(store, { ...identity, trials: 2 }, () => false)).toBeNull();
    expect(await findUnfinished(store, { ...identity, suites: [] }, () => false)).toBeNull();
  });
});

describe('cachedRows', () => {
  it('takes over rows of the same variant that ran, and no others', async () => {
    expect([...(await cachedRows(store, 'hash')).keys()]).toEqual(['answers a a 0']);
    expect((await cachedRows(store, 'unknown')).size).toBe(0);
  });
});
