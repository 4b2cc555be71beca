import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SplitOrder } from '../baseline/measure-splits.ts';
import { whyVoid } from '../report/run-validity.ts';
import { abstainSuite } from '../suites/abstain-suite.ts';
import type { CaseSuite } from '../suites/case-suite.ts';
import { loadVariant } from '../variants/load-variant.ts';
import { readRun } from './run-file.ts';
import type { Run } from './run-row.ts';
import { openRunStore, type RunStore } from './run-store.ts';
import { type RunOptions, runVariant } from './run-variant.ts';

let folder: string;
let store: RunStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-run-variant-'));
  store = await openRunStore(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every third case: enough for what is asked of several runs. */
const some: CaseSuite = {
  ...abstainSuite,
  prepare: async (...of) => (await abstainSuite.prepare(...of)).filter((_case, at) => at % 3 === 0),
};

const run = async (variant: string, options: Partial<RunOptions> = {}) =>
  runVariant(await loadVariant(variant), {
    ...{ store, prices: {}, suites: [some], splits: ['dev'], trials: 1, seed: 1 },
    ...{
      concurrency: 1,
      perMinute: null,
      timeoutMs: 60_000,
      fresh: false,
      command: 'test',
      env: {},
    },
    ...{ signal: new AbortController().signal, onProgress: () => {}, onNote: () => {} },
    ...options,
  });

const program = join(import.meta.dirname, '..', 'baseline', 'measure-split.ts');

/** Starts a run in another process and kills it, without warning, when so many rows are written; gives its lines. */
async function killAfter(rows: number): Promise<readonly string[]> {
  const order: SplitOrder = {
    folder,
    variant: 'main',
    split: 'dev',
    fresh: false,
    suites: ['abstain'],
  };
  const child = fork(program, [JSON.stringify(order)], {
    execArgv: ['--import', 'tsx'],
    stdio: 'inherit',
  });
  const closed = once(child, 'close');
  for (;;) {
    const header = (await store.headers()).at(-1);
    const lines = header ? (await readFile(store.path(header.run), 'utf8')).split('\n') : [];
    if (lines.length > rows + 1) break;
    if (child.exitCode !== null) throw new Error('It ended before it could be killed.');
    await new Promise((done) => setTimeout(done, 10));
  }
  child.kill('SIGKILL');
  await closed;
  const [header] = await store.headers();
  return (await readFile(store.path(header!.run), 'utf8')).split('\n').slice(0, -1);
}

describe('runVariant', { timeout: 180_000 }, () => {
  it('loses nothing when it is killed, and goes on from there', async () => {
    const before = await killAfter(12);
    expect(before.length).toBeGreaterThan(12);
    expect((await readRun(store.path((await store.headers())[0]!.run))).end).toBeNull();
    const notes: string[] = [];
    const whole = await run('main', {
      ...{ suites: [abstainSuite], onNote: (note) => void notes.push(note) },
    });
    expect(notes.join()).toMatch(/Goes on with .*-main-\d+, which was cut short: \d+ of 70 rows/);
    expect(await store.headers()).toHaveLength(1);
    const after = (await readFile(store.path(whole.header.run), 'utf8')).split('\n');
    expect(after.slice(0, before.length)).toEqual(before);
    expect(whyVoid(whole)).toEqual([]);
    expect(new Set(whole.rows.map(({ caseId }) => caseId)).size).toBe(70);
  });

  it('takes over what it knows, by variant, and nothing when it is to be fresh', async () => {
    const cached = ({ rows }: Run) => rows.filter(({ timing }) => timing.cached).length;
    const again = await run('main');
    expect(again.rows.length).toBeGreaterThan(20);
    expect(cached(again)).toBe(again.rows.length);
    expect(again.end?.costUsd).toBe(0);
    expect(cached(await run('main', { fresh: true }))).toBe(0);
  });

  it('writes nothing of a case of the test split but its scores', async () => {
    const { rows } = await run('main', { splits: ['test'] });
    const shown = rows.flatMap(({ turns, output }) => [
      ...turns,
      output!.text,
      ...output!.citations.map(({ quote }) => quote),
    ]);
    expect(rows.length).toBeGreaterThan(0);
    expect(shown.filter((text) => text !== '')).toEqual([]);
    expect(rows.flatMap(({ scores }) => scores).filter((score) => 'evidence' in score)).toEqual([]);
  });

  it('says what a variant changes, and nothing when it changes nothing', async () => {
    const abstentions = ({ rows }: Run) =>
      rows.filter(({ output }) => output?.decision === 'abstain').length;
    const outputs = ({ rows }: Run) => rows.map(({ output }) => output);
    const main = await run('main');
    const twin = await run('main-twin');
    expect(twin.rows.some(({ timing }) => timing.cached)).toBe(false);
    expect(outputs(twin)).toEqual(outputs(main));
    expect(abstentions(await run('cautious'))).toBeGreaterThan(abstentions(main));
  });
});
