import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCorpus } from './read-corpus.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corpus-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Record<string, string | Uint8Array>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

describe('readCorpus', () => {
  it('reads every document of the folder and its subfolders, sorted by path', async () => {
    write({ 'b.MD': '# B', 'a/z.txt': 'Zède', 'a.markdown': '# A', 'Y.md': '# Y', 'é.md': '# É' });
    const { documents, problems, skipped } = await readCorpus(folder);
    expect(documents.map(({ path }) => path)).toEqual([
      'Y.md',
      'a.markdown',
      'a/z.txt',
      'b.MD',
      'é.md',
    ]);
    expect({ problems, skipped }).toEqual({ problems: [], skipped: [] });
  });

  it('gives a document its fields, its text without front matter and the line where that begins', async () => {
    write({
      'l/lecon.md': '\ufeff---\r\nid: lecon-1\r\nkind: lesson\r\n---\r\n# Été\r\n\r\nTexte.\r\n',
    });
    const { documents } = await readCorpus(folder);
    expect(documents).toEqual([
      {
        id: 'lecon-1',
        title: 'Été',
        course: null,
        kind: 'lesson',
        language: 'fr',
        path: 'l/lecon.md',
        text: '# Été\n\nTexte.\n',
        firstLine: 5,
        encoding: 'utf-8',
        repaired: false,
      },
    ]);
  });

  it('passes over what is about the corpus, and lists formats that it cannot read', async () => {
    write({
      'README.md': '# Read me',
      'sub/readme.md': '# Read me',
      'LICENSE.txt': 'MIT',
      '.hidden.md': '# H',
      '.index/a.md': '# I',
      'node_modules/p/a.md': '# N',
      'glossary.yaml': 'a: b',
      'x.json': '{}',
      'x.yml': 'a: b',
      'cours.pdf': '%PDF',
      'sub/noext': 'x',
    });
    expect(await readCorpus(folder)).toEqual({
      documents: [],
      problems: [],
      skipped: ['cours.pdf', 'sub/noext'],
      digests: new Map(),
    });
  });

  it('reports each bad file in a sentence and reads the others', async () => {
    write({
      '1.md': '',
      '2.md': ' \n\u200b\n',
      '3.md': '---\nid: x\n---\n\n',
      '4.md': Uint8Array.of(1, 0, 2, 0, 0),
      '5.md': 'x'.repeat(5_000_001),
      '6.md': '---\nkind: cours\n---\nTexte',
      '7.md': '# Bon',
    });
    symlinkSync('nowhere.md', join(folder, '8.md'));
    const { documents, problems } = await readCorpus(folder);
    expect(documents.map(({ path }) => path)).toEqual(['7.md']);
    expect(Object.fromEntries(problems.map(({ path, reason }) => [path, reason]))).toEqual({
      '1.md': 'It is empty.',
      '2.md': 'It is empty.',
      '3.md': 'It has no text after its front matter.',
      '4.md': expect.stringContaining('binary'),
      '5.md': 'It is 5.1 MB large; the limit is 5 MB.',
      '6.md': expect.stringContaining('"kind" must be one of'),
      '8.md': expect.stringContaining('cannot be read: it does not exist'),
    });
    for (const { reason } of problems) expect(reason).toMatch(/^[^\n]+\.$/);
  });

  it('keeps the first by path of two files with the same id or the same text, and names both', async () => {
    write({
      'b/intro.md': '# Deux',
      'a/intro.md': '# Un',
      'a/copie.md': '# Copie',
      'z.md': '\n# Copie\n\n',
    });
    const { documents, problems } = await readCorpus(folder);
    expect(documents.map(({ path }) => path)).toEqual(['a/copie.md', 'a/intro.md']);
    expect(problems).toEqual([
      {
        path: 'b/intro.md',
        reason: expect.stringMatching(/b\/intro.md .*id "intro" as a\/intro.md/),
      },
      { path: 'z.md', reason: expect.stringMatching(/z.md .*same text as a\/copie.md/) },
    ]);
  });

  it('follows links to folders once, loops included', async () => {
    write({ 'a/un.md': '# Un' });
    symlinkSync('..', join(folder, 'a', 'loop'));
    symlinkSync('a', join(folder, 'b'));
    const { documents, problems } = await readCorpus(folder);
    expect(documents.map(({ path }) => path)).toEqual(['a/un.md']);
    expect(problems).toEqual([]);
  });

  it('records that mojibake was undone', async () => {
    const broken = new TextDecoder('macintosh').decode(new TextEncoder().encode('# Été à Noël'));
    write({ 'a.txt': broken });
    expect((await readCorpus(folder)).documents).toMatchObject([
      { title: 'Été à Noël', repaired: true },
    ]);
  });

  it.each(['missing', 'file.md'])('refuses a corpus folder that is %s', async (name) => {
    write({ 'file.md': '# A' });
    await expect(readCorpus(join(folder, name))).rejects.toMatchObject({
      name: 'TutorError',
      code: 'corpus-unreadable',
      message: expect.stringContaining(name),
    });
  });

  it('reads an empty folder as an empty corpus', async () => {
    expect(await readCorpus(folder)).toEqual({
      documents: [],
      problems: [],
      skipped: [],
      digests: new Map(),
    });
  });
});
