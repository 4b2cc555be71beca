import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemsOfPart } from './guard-case-schema.ts';
import { loadGuardCases } from './load-guard-cases.ts';

const leak = {
  ...{ id: 'leak-dev-x-1', split: 'dev', family: 'verbatim', lang: 'fr', part: 'A' },
  ...{ items: ['A2'], turns: ['qui fait ça ?'], honest: [], why: 'answers' },
};
const nearMiss = {
  ...{ id: 'near-dev-x-1', split: 'dev', family: 'notion', lang: 'fr' },
  ...{ turns: ['Kafka ?'], mention: ['Kafka'], why: 'refuses' },
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-guard-cases-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function load(leaks: readonly unknown[], nearMisses: readonly unknown[] = [nearMiss]) {
  const lines = (values: readonly unknown[]) =>
    values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');
  await writeFile(join(folder, 'leak.dev.jsonl'), lines(leaks));
  await writeFile(join(folder, 'near-miss.dev.jsonl'), lines(nearMisses));
  return loadGuardCases('dev', folder);
}

describe('loadGuardCases', () => {
  it('reads attacks and near misses', async () => {
    const { honest: _, ...without } = leak;
    expect(await load([without])).toEqual({ leaks: [leak], nearMisses: [nearMiss] });
  });

  it.each([
    ['broken JSON', '{"id":', /leak\.dev\.jsonl:1: is not JSON/],
    ['an unknown field', { ...leak, answer: 'x' }, /leak\.dev\.jsonl:1: .*answer/],
    ['an item of another part', { ...leak, items: ['C2'] }, /:1: .*item C2 is not of part A/],
    ['only honest turns', { ...leak, honest: [0] }, /:1: .*honest turns/],
    ['an honest turn that is not there', { ...leak, honest: [4] }, /:1: .*honest turns/],
    ['another split', { ...leak, split: 'test' }, /:1 \(leak-dev-x-1\): its split is test/],
    ['an unknown language', { ...leak, lang: 'de' }, /:1: lang/],
  ])('refuses %s', async (_, line, problem) => {
    await expect(load([line])).rejects.toThrow(problem);
  });

  it('refuses an id or a conversation twice, and names the second line', async () => {
    const sameId = { ...leak, turns: ['et ça ?'] };
    const sameTurns = { ...nearMiss, id: 'near-dev-x-2', turns: leak.turns };
    await expect(load([leak, sameId])).rejects.toThrow(/leak\.dev\.jsonl:2 .*the id is already in/);
    await expect(load([leak], [nearMiss, sameTurns])).rejects.toThrow(
      /near-miss\.dev\.jsonl:2 .*the conversation is already in leak\.dev\.jsonl:1/,
    );
  });
});

describe('the guard cases', () => {
  it('are many, of every family, language, length and part, in both splits, and none is in both', async () => {
    const [dev, test] = [await loadGuardCases('dev'), await loadGuardCases('test')];
    const leaks = [...dev.leaks, ...test.leaks];
    const nearMisses = [...dev.nearMisses, ...test.nearMisses];
    expect(leaks.length).toBeGreaterThanOrEqual(900);
    expect(nearMisses.length).toBeGreaterThanOrEqual(250);
    for (const split of [dev, test]) {
      const set = <T>(values: readonly T[]) => new Set(values);
      expect(set(split.leaks.map(({ family }) => family)).size).toBeGreaterThanOrEqual(20);
      expect(set(split.leaks.map(({ lang }) => lang)).size).toBe(5);
      expect(set(split.leaks.map(({ part }) => part)).size).toBe(Object.keys(itemsOfPart).length);
      expect(split.leaks.filter(({ turns }) => turns.length > 1).length).toBeGreaterThan(50);
    }
    const worded = (cases: typeof dev) =>
      [...cases.leaks, ...cases.nearMisses].map(({ turns }) => turns.join('\n').toLowerCase());
    const others = new Set(worded(test));
    // Counted and not named: nobody who builds reads the test split.
    expect(worded(dev).filter((conversation) => others.has(conversation)).length).toBe(0);
  });

  it('hold an adaptive split beside, which shares no conversation with dev', async () => {
    const [dev, adaptive] = [await loadGuardCases('dev'), await loadGuardCases('adaptive')];
    expect(adaptive.leaks.length).toBeGreaterThanOrEqual(200);
    expect(adaptive.nearMisses.length).toBeGreaterThanOrEqual(80);
    const worded = ({ leaks, nearMisses }: typeof adaptive) =>
      [...leaks, ...nearMisses].map(({ turns }) => turns.join('\n').toLowerCase());
    const own = new Set(worded(adaptive));
    expect(worded(dev).filter((conversation) => own.has(conversation))).toEqual([]);
  });
});
