import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EvalDesk } from '../../server/classroom/evals/eval-desk.ts';
import type { EvalRun } from '../../server/contract/evals.ts';
import { writeFiles } from '../../server/testing/write-files.ts';
import { loadVariant } from '../variants/load-variant.ts';
import { createEvalDesk, type EvalDeskParts } from './create-eval-desk.ts';

const stub = [join(import.meta.dirname, 'testing', 'stub-program.mjs')];
const rules = [
  { version: 0, text: 'Own rules.', note: '', serving: false },
  { version: 1, text: 'Be brief.', note: 'Plus court', serving: true },
];
const endpoint = {
  ...{ baseUrl: 'http://127.0.0.1:1/v1', apiKey: 'sk-secret', chatModel: 'some-model' },
  embeddingModel: null,
};

let folder = '';
let desk: EvalDesk;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-desk-'));
  const names = ['quick', 'lingering', 'slow', 'broken', 'crashing'];
  await writeFiles(
    join(folder, 'variants'),
    Object.fromEntries(names.map((name) => [`${name}.yaml`, `description: ${name}\n`])),
  );
  desk = await open();
});
afterEach(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

const open = (more: Partial<EvalDeskParts> = {}) =>
  createEvalDesk({
    ...{ dataDir: folder, endpoint: null, prompts: () => Promise.resolve(rules), program: stub },
    ...{ variants: join(folder, 'variants'), ...more },
  });

async function settled(run: string): Promise<EvalRun> {
  for (;;) {
    const found = (await desk.runs()).find((one) => one.run === run);
    if (found && found.status !== 'running') return found;
    await sleep(10);
  }
}

describe('the desk', () => {
  it('has no run to begin with', async () => {
    expect(await desk.runs()).toEqual([]);
  });

  it('follows a run from its file to its end', async () => {
    const { run } = await desk.start('quick');
    expect(await settled(run)).toMatchObject({
      ...{ run, variant: 'quick', model: 'offline', status: 'complete', cases: 3, of: 3 },
      problem: null,
    });
  });

  it('runs one at a time, also when two are started at once', async () => {
    const starts = await Promise.allSettled([desk.start('slow'), desk.start('slow')]);
    // Both read the folder first: which of the two is served is not promised.
    const refused = starts.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'conflict' } }]);
    await expect(desk.start('quick')).rejects.toMatchObject({ code: 'conflict' });
    expect((await desk.runs()).map(({ status }) => status)).toEqual(['running']);
  });

  it('starts the next as soon as one is complete, though its process lingers', async () => {
    await settled((await desk.start('lingering')).run);
    const next = await settled((await desk.start('quick')).run);
    expect(next.status).toBe('complete');
  });

  it('stops a run, keeps what it measured, and may start the next', async () => {
    const { run } = await desk.start('slow');
    expect(await desk.stop(run)).toMatchObject({ status: 'cut-short', cases: 1, problem: null });
    expect(await desk.stop(run)).toMatchObject({ status: 'cut-short' });
    await settled((await desk.start('quick')).run);
  });

  it('says why a run could not begin, and may start another', async () => {
    const failure = { code: 'eval-failed', message: 'mine.yaml:2: model is wrong.' };
    await expect(desk.start('broken')).rejects.toMatchObject(failure);
    expect(await desk.runs()).toEqual([]);
    await settled((await desk.start('quick')).run);
  });

  it('says why a run broke off', async () => {
    const { run } = await desk.start('crashing');
    expect(await settled(run)).toMatchObject({
      ...{ status: 'cut-short', cases: 1, problem: 'There is no room on the disk.' },
    });
  });

  it('knows a killed run for what it is when it is opened again', async () => {
    const { run } = await desk.start('slow');
    await desk.close();
    desk = await open();
    expect(await desk.runs()).toMatchObject([{ run, status: 'cut-short', cases: 1, of: 3 }]);
  });

  it('ends its run when the server is killed', async () => {
    const module = join(import.meta.dirname, 'create-eval-desk.ts');
    const parts = { dataDir: folder, endpoint: null, program: stub };
    const script = `const { createEvalDesk } = await import(${JSON.stringify(module)});
      const parts = ${JSON.stringify({ ...parts, variants: join(folder, 'variants') })};
      const desk = await createEvalDesk({ ...parts, prompts: async () => [] });
      await desk.start('slow'); console.log('started'); setInterval(() => {}, 1000);`;
    const server = spawn(process.execPath, [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      script,
    ]);
    await once(server.stdout, 'data');
    server.kill('SIGKILL');
    const noted = () => readFile(join(folder, 'evals', 'noted.txt'), 'utf8').catch(() => '');
    while ((await noted()) === '') await sleep(20);
    expect(await noted()).toBe('ended');
  });

  it.each(['start', 'estimate'] as const)('knows no variant of another name: %s', async (what) => {
    for (const name of ['nobody', '../main', 'prompt-7', 'prompt-0', '']) {
      await expect(desk[what](name)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('knows no run of another name', async () => {
    const missing = { code: 'not-found' };
    await expect(desk.stop('../nobody')).rejects.toMatchObject(missing);
    await expect(desk.compare('nobody', null)).rejects.toMatchObject(missing);
    await expect(desk.report('nobody', null)).rejects.toMatchObject(missing);
    const { run } = await desk.start('quick');
    await expect(desk.compare(run, 'nobody')).rejects.toMatchObject(missing);
  });

  it('works at the lowest priority', async () => {
    expect(await desk.estimate('quick')).toMatchObject({
      priority: constants.priority.PRIORITY_LOW,
    });
  });

  it('offers the versions of the rules beside the variants, and hides no variant for a broken one', async () => {
    await writeFile(join(folder, 'variants', 'wrong.yaml'), 'model: [');
    const variants = await desk.variants();
    expect(variants.map(({ id, prompt }) => [id, prompt])).toEqual([
      ...['broken', 'crashing', 'lingering', 'quick', 'slow', 'wrong'].map((id) => [id, null]),
      ['prompt-1', 1],
    ]);
    expect(variants.at(-1)).toMatchObject({ description: 'Plus court', model: 'offline' });
  });

  it('tries a version with the served model, and tells its key to nobody else', async () => {
    await desk.close();
    desk = await open({ endpoint });
    expect((await desk.variants()).slice(-2)).toMatchObject([
      { id: 'prompt-1', model: 'some-model', serving: true },
      { id: 'prompt-0', model: 'some-model', serving: false },
    ]);
    expect(await desk.estimate('prompt-1')).toMatchObject({ key: 'sk-secret' });
    const written = await loadVariant('prompt-1', join(folder, 'evals', 'variants'));
    expect(written).toMatchObject({
      model: { host: endpoint.baseUrl, name: 'some-model', key: 'OPENAI_API_KEY' },
      promptText: { rules: 'Be brief.' },
    });
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      expect(await readFile(join(entry.parentPath, entry.name), 'utf8')).not.toContain('sk-secret');
    }
  });

  it('measures a trainer’s own cases on the course that serves, with what is expected of them', async () => {
    const drafts = join(folder, 'drafts.jsonl');
    await desk.close();
    desk = await open({ drafts, corpusDir: '/somewhere/course' });
    expect(await desk.course()).toEqual({ shipped: false });
    await expect(desk.start('quick', 'own')).rejects.toMatchObject({ code: 'bad-request' });
    const line = { id: 'draft-1', lang: 'fr', turns: ['Combien ?'], observed: { text: 'Sept.' } };
    await writeFile(drafts, `${JSON.stringify(line)}\n`);
    const expects = { decision: 'answer' as const, facts: ['sept'] };
    await expect(desk.expect('nobody', expects)).rejects.toMatchObject({ code: 'not-found' });
    const cases = await desk.expect('draft-1', expects);
    expect(cases).toMatchObject([{ caseId: 'draft-1', text: 'Sept.', expects }]);
    expect(await desk.cases()).toEqual(cases);
    expect(await desk.estimate('quick', 'own')).toMatchObject({
      ...{ suites: ['own-cases'], own: { corpus: '/somewhere/course', cases } },
    });
    expect(await desk.estimate('quick')).not.toHaveProperty('own');
  });
});
