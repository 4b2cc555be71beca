import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExamKey } from './exam-key.ts';
import { createRoleNames } from './role-names.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-key-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('readExamKey', () => {
  it('names what is wrong', async () => {
    const path = join(folder, 'key.yaml');
    await writeFile(path, 'roles: { x: ["("] }\nsteps: { 9: ["a"] }\n');
    await expect(readExamKey(path)).rejects.toThrow(/roles\.x\.0 is not a regular expression/);
    await expect(readExamKey(path)).rejects.toThrow(/solution/);
  });

  it('has a key for each item, and options that name jobs', async () => {
    const key = await readExamKey();
    const names = createRoleNames(key);
    expect(key.options.size).toBe(29);
    const unsound = [...key.answers].filter(([item, roles]) => {
      const options = key.options.get(item)!;
      const marked = options.map((option) => names.mark(option, { short: true })).join(' ');
      const isOffered = roles.some((role) => marked.includes(`⟦${role}⟧`));
      return !isOffered || !roles.every((role) => key.roles.has(role));
    });
    expect(unsound).toEqual([]);
  });

  it('is read by no file of the server or of the page', async () => {
    const root = join(import.meta.dirname, '..', '..', '..');
    const files = await Promise.all(
      ['server', 'web'].map(async (name) =>
        (await readdir(join(root, name), { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mjs|yaml|json)$/.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name)),
      ),
    );
    const texts = await Promise.all(files.flat().map((path) => readFile(path, 'utf8')));
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => text.includes('exam-key.yaml'))).toEqual([]);
  });
});

describe('the names of jobs', () => {
  it.each([
    ['Marketing Data Scientist', ['marketing-scientist']],
    ['ML Engineer et MLOps', ['ml-engineer', 'mlops']],
    ['un(e) Data Engineer (Big Data)', ['data-engineer']],
    ['Generative Image Engineer', ['image-engineer']],
    ['GenAI / LLM Developer', ['genai-developer']],
    ['LLMOps / GenAI Platform', ['llmops']],
    ['le Data **Engineer**', ['data-engineer']],
    ['l’ingénieure de données', ['data-engineer']],
    ['ومحلل البيانات', ['data-analyst']],
    ['le parcours Data Engineer', []],
    ['(pipeline MLOps)', []],
    ['un scientifique, un ingénieur', []],
  ])('in “%s” are %j', async (text, roles) => {
    expect([...createRoleNames(await readExamKey()).named(text)].sort()).toEqual(roles.sort());
  });
});
