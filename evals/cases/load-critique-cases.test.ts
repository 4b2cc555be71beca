import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  criteriaOfTask,
  critiqueLine,
  type CritiqueCase,
  type CritiqueTask,
} from './critique-case.ts';
import { loadCritiqueCases } from './load-critique-cases.ts';

const criteria = {
  donnees: 'met',
  traitements: 'partial',
  utilisations: 'missing',
  lien_objectif: 'missing',
  contrainte_specifique: 'partial',
};
const pass = { rater: 'a', role: 'pass-1', criteria, findings: ['trop_court'] };
const draft = {
  ...{ id: 'sc1-01', split: 'dev', task: 'sc1', lang: 'fr', kind: 'partial' },
  text: 'Un brouillon secret.',
  labels: [pass],
  why: 'praises it',
};
const { contrainte_specifique: _, ...fewer } = criteria;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-drafts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function load(...drafts: readonly unknown[]) {
  const lines = drafts.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  await writeFile(join(folder, 'critique.dev.jsonl'), lines.join('\n'));
  return loadCritiqueCases('dev', folder);
}

describe('critiqueLine', () => {
  it('accepts the criteria of the task, all of them and no others', () => {
    const tasks = Object.keys(criteriaOfTask) as CritiqueTask[];
    const names: readonly string[] = [...new Set(Object.values(criteriaOfTask).flat())];
    const given = fc.constantFrom(...tasks).chain((task) => {
      const own: readonly string[] = criteriaOfTask[task];
      return fc.record({
        task: fc.constant(task),
        chosen: fc.oneof(
          fc.shuffledSubarray([...own]),
          fc.constant([...own]),
          fc.subarray([...names]),
        ),
      });
    });
    fc.assert(
      fc.property(given, ({ task, chosen }: { task: CritiqueTask; chosen: readonly string[] }) => {
        const labels = [
          { ...pass, criteria: Object.fromEntries(chosen.map((name) => [name, 'met'])) },
        ];
        const whole = [...chosen].toSorted().join() === [...criteriaOfTask[task]].toSorted().join();
        expect(critiqueLine.safeParse({ ...draft, task, labels }).success).toBe(whole);
      }),
    );
  });
});

describe('loadCritiqueCases', () => {
  it('reads drafts, their twins and both passes', async () => {
    const twin = { ...draft, id: 'sc1-02', twinOf: 'sc1-01', previous: 'Un plus ancien.' };
    const again = { ...pass, rater: 'b', role: 'pass-2' };
    const cases = await load({ ...draft, labels: [pass, again] }, '', twin);
    expect(cases.map(({ id }) => id)).toEqual(['sc1-01', 'sc1-02']);
    expect(cases[0]?.labels).toEqual([pass, again]);
  });

  it.each([
    ['broken JSON', '{"id":', /:1: is not JSON/],
    ['an unknown field', { ...draft, mark: 3 }, /:1: .*mark/],
    ['an unknown task', { ...draft, task: 'sc8' }, /:1: task /],
    ['a label of its own', { ...draft, labels: [{ ...pass, findings: ['nul'] }] }, /findings/],
    ['a criterion left out', { ...draft, labels: [{ ...pass, criteria: fewer }] }, /lacks contrai/],
    ['criteria of another task', { ...draft, task: 'omnishop' }, /donnees is not of omnishop/],
    ['no labels', { ...draft, labels: [] }, /:1: labels/],
    ['one pass twice', { ...draft, labels: [pass, pass] }, /labels holds one pass twice/],
    ['another split', { ...draft, split: 'test' }, /:1 \(sc1-01\): its split is test/],
    ['a twin elsewhere', { ...draft, twinOf: 'sc1-09' }, /twin sc1-09 is not in this split/],
    ['a twin of itself', { ...draft, twinOf: 'sc1-01' }, /twin sc1-01 is itself/],
  ])('refuses %s', async (_name, line, problem) => {
    await expect(load(line)).rejects.toThrow(problem);
  });

  it('refuses a twin of another task, a twin of a twin, and an id used twice', async () => {
    const twin = { ...draft, id: 'sc2-01', task: 'sc2', twinOf: 'sc1-01' };
    await expect(load(draft, twin)).rejects.toThrow(/:2 \(sc2-01\): its twin sc1-01 is of sc1/);
    const next = { ...draft, id: 'sc2-02', task: 'sc2', twinOf: 'sc2-01' };
    await expect(load(draft, twin, next)).rejects.toThrow(/:3 .* its twin sc2-01 is a twin too/);
    await expect(load(draft, draft)).rejects.toThrow(/:2 .*already used in critique.dev.jsonl:1/);
  });

  it('shows no text of a draft that is wrong', async () => {
    const message = await load({ ...draft, kind: 'nice' }).catch(String);
    expect(message).toContain('critique.dev.jsonl:1: kind');
    expect(message).not.toContain('secret');
  });
});

describe('the drafts', () => {
  it('cover every task, and every label of every criterion in both splits', async () => {
    const splits = [await loadCritiqueCases('dev'), await loadCritiqueCases('test')] as const;
    const all = splits.flat();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const tasks = Object.keys(criteriaOfTask);
    const thin = tasks.filter((task) => all.filter((one) => one.task === task).length < 6);
    expect(thin).toEqual([]);
    const criteriaOfAll = [...new Set(Object.values(criteriaOfTask).flat())];
    const oneSided = splits.map((drafts) =>
      criteriaOfAll.filter((criterion) => labelsSeen(drafts, criterion).size < 3),
    );
    expect(oneSided).toEqual([[], []]);
  });

  it('share no text between the splits', async () => {
    const texts = new Set((await loadCritiqueCases('dev')).map(({ text }) => text));
    const shared = (await loadCritiqueCases('test')).filter(({ text }) => texts.has(text));
    expect(shared.length).toBe(0);
  });
});

function labelsSeen(drafts: readonly CritiqueCase[], criterion: string): ReadonlySet<string> {
  const passes = drafts.flatMap(({ labels }) => labels);
  return new Set(passes.flatMap(({ criteria: given }) => given[criterion] ?? []));
}
