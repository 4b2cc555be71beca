import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPromptVersion, answerRules } from '../../server/tutoring/answer-prompt.ts';
import { loadVariant, parsePrompt, variantNames } from './load-variant.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-variants-'));
  await mkdir(join(folder, 'prompts'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const load = async (yaml: string) => {
  await writeFile(join(folder, 'mine.yaml'), yaml);
  return loadVariant('mine', folder);
};

describe('loadVariant', () => {
  it('reads every variant of the project', async () => {
    for (const name of await variantNames()) {
      expect((await loadVariant(name)).id).toBe(name);
    }
  });

  it('fills in what is served', async () => {
    const variant = await load('description: as served');
    expect(variant).toMatchObject({ model: 'offline', corpus: 'corpus' });
    expect(variant.promptText).toEqual({ version: answerPromptVersion, rules: answerRules });
  });

  it('takes the rules of the prompt that it names', async () => {
    await writeFile(join(folder, 'prompts', 'short.md'), 'version: 7\n\nBe brief.\n\nCite.\n');
    const { promptText } = await load('description: short\nprompt: short.md');
    expect(promptText).toEqual({ version: '7', rules: 'Be brief.\n\nCite.' });
  });

  it('names the variants that there are', async () => {
    await load('description: x');
    await expect(loadVariant('Mein Test', folder)).rejects.toThrow(
      /no variant "Mein Test"; there is mine\. .*mein-test\.yaml/,
    );
  });

  it.each([
    ['model: offline', /mine\.yaml:1: description is missing/],
    ['description: x\npassage: 3', /mine\.yaml:2: passage is not a field/],
    ['description: x\n\npassages: 0', /mine\.yaml:3: passages is wrong: .*>=1/],
    ['description: x\nmodel: gpt', /mine\.yaml:2: model is neither offline, nor recorded/],
    ['description: x\nweights:\n  stem: 1', /mine\.yaml:\d: weights/],
    ['description: x\nthresholds:\n  caution: high', /mine\.yaml:3: thresholds\.caution is wrong/],
    ['description: [x', /mine\.yaml:\d: /],
    ['description: x\nprompt: ../secret.md', /names a file of evals\/variants\/prompts/],
    ['description: x\nprompt: none.md', /there is no prompt evals\/variants\/prompts\/none\.md/],
  ])('says file, line and field of %j', async (yaml, complaint) => {
    await expect(load(yaml)).rejects.toThrow(complaint);
  });

  it('never guesses the host of an endpoint', async () => {
    await expect(load('description: x\nmodel: { name: a }')).rejects.toThrow(/mine\.yaml:2: model/);
    const { model } = await load(
      'description: x\nmodel: { host: "http://127.0.0.1:1/v1", name: a }',
    );
    expect(model).toEqual({ host: 'http://127.0.0.1:1/v1', name: 'a' });
  });
});

describe('parsePrompt', () => {
  it('asks for a version', () => {
    expect(() => parsePrompt('Be brief.', 'p.md')).toThrow(
      /p\.md:1: a prompt begins with "version/,
    );
  });

  it('keeps the served prompt as the file to copy', async () => {
    const path = join(import.meta.dirname, 'prompts', 'served.md');
    // When the rules change: copy answerRules and answerPromptVersion into the file.
    expect(parsePrompt(await readFile(path, 'utf8'), path)).toEqual({
      version: answerPromptVersion,
      rules: answerRules,
    });
  });
});
