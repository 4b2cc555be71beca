import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../language/analyzer.ts';
import { writeFiles } from '../testing/write-files.ts';
import { readGlossary } from './read-glossary.ts';

const analyzer = createAnalyzer();
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossary-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const own = (content: string | Uint8Array) => writeFiles(folder, { 'glossary.yaml': content });

describe('readGlossary', () => {
  it('reads the corpus’s own, in UTF-8 or Latin-1', async () => {
    const text = 'terms:\n  - fr: [métadonnée]\n    en: [metadata]\n';
    for (const content of [text, Buffer.from(text, 'latin1')]) {
      const glossary = await readGlossary(await own(content), analyzer);
      expect(glossary.size).toBe(1);
      expect(glossary.match('une métadonnée')).toHaveLength(1);
    }
  });

  it('takes the project’s where the corpus has none, or is no folder', async () => {
    expect((await readGlossary(folder, analyzer)).size).toBeGreaterThan(100);
    await own('terms: []');
    const { size } = await readGlossary(join(folder, 'glossary.yaml'), analyzer);
    expect(size).toBeGreaterThan(100);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /is no glossary at its top \(.+\); it needs a list "terms"/],
    ['a term of one language', 'terms:\n  - fr: [a]\n', /at terms\.0\.en \(.+\); it needs/],
    ['broken YAML', 'terms: [\n  - fr', /is not valid YAML \(.+ line 2, column 3\); correct it/],
    ['an unknown alias', 'a: *x\n', /is not valid YAML \(.+\); correct it/],
    ['bytes', Buffer.from([0, 1, 2, 0, 255]), /is not text; save the glossary again/],
  ])('says one sentence about %s', async (_name, content, sentence) => {
    const message = await readGlossary(await own(content), analyzer).catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'settings-wrong' });
      return (error as Error).message;
    });
    expect(message).toMatch(sentence);
    expect(message).toMatch(/^\/.*glossary\.yaml is [^\n]*\.$/);
  });

  it('says one sentence about a folder of that name', async () => {
    await writeFiles(join(folder, 'glossary.yaml'), { x: '' });
    await expect(readGlossary(folder, analyzer)).rejects.toMatchObject({
      code: 'settings-wrong',
      message: expect.stringMatching(/cannot be read \(EISDIR\): make it a readable file/),
    });
  });
});
