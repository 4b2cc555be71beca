import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConcepts } from '../../integrity/reading/concepts.ts';
import { writeFiles } from '../../testing/write-files.ts';
import { readParts } from '../read-parts.ts';
import { createCorpusEditor } from './corpus-editor.ts';
import { readDocumentPath } from './document-path.ts';
import { listRemoved, pruneRemoved } from './removed-files.ts';

let folder = '';
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'repere-editor-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const concepts = await readConcepts();
const kafka = '# Kafka\n\nKafka est une plateforme distribuée de flux d’événements.\n';
const spark = '# Spark\n\nSpark est un moteur de calcul réparti.\n';
const now = new Date('2026-11-25T19:40:12Z');
const bytes = (text: string) => new TextEncoder().encode(text);

async function editorOf(files: Record<string, string>) {
  const corpusDir = await writeFiles(join(folder, 'corpus'), files);
  const dataDir = join(folder, 'data');
  await mkdir(dataDir);
  return {
    ...createCorpusEditor({ corpusDir, dataDir, concepts, now: () => now }),
    ...{ corpusDir, dataDir },
    text: (path: string) => readFile(join(corpusDir, path), 'utf8'),
    names: async () => (await readdir(folder, { recursive: true })).toSorted(),
    parts: () => readParts(corpusDir),
  };
}

describe('readDocumentPath', () => {
  it.each([
    ['../kafka.md', 'a/../../kafka.md', '/etc/kafka.md', 'a//kafka.md', '.', '..', '', 'a/', '.md'],
    ['.cache.md', '.git/kafka.md', 'node_modules/kafka.md', 'README.md', 'a/readme.md'],
    ['kafka.pdf', 'kafka', 'kafka.md.exe', 'corpus.yaml', 'exams/examen.yaml', 'kafka.html'],
    ['a\\kafka.md', 'C:kafka.md', 'kafka\0.md', 'kaf\nka.md', 'a\u202ekafka.md', ' kafka.md'],
    [`${'é'.repeat(120)}.md`, `${'a/'.repeat(9)}kafka.md`, 'kaf\ud800ka.md'],
  ])('refuses %j, %j…', (...paths) => {
    for (const path of paths) {
      expect(() => readDocumentPath(path)).toThrow(
        expect.objectContaining({ code: 'bad-request' }),
      );
    }
  });

  it('composes accents', () => {
    expect(readDocumentPath('leçons/été.md'.normalize('NFD'))).toBe(
      'leçons/été.md'.normalize('NFC'),
    );
  });

  it('gives no path that leads out of a folder, whatever it is given', () => {
    const pieces = fc.constantFrom('..', '.', '/', '\\', 'a', '.md', 'é', '%2e', '\0', ' ');
    const raw = fc.array(pieces, { maxLength: 8 }).map((found) => `${found.join('')}.md`);
    fc.assert(
      fc.property(raw, (path) => {
        try {
          const read = readDocumentPath(path);
          expect(join('/corpus', read).startsWith('/corpus/')).toBe(true);
          expect(join('/corpus', read)).toBe(`/corpus/${read}`);
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad-request' });
        }
      }),
    );
  });
});

describe('put', () => {
  it('adds a document, to the byte, and leaves nothing else', async () => {
    const editor = await editorOf({ 'kafka.md': kafka });
    const windows = Uint8Array.from([
      ...bytes('# Cours\n\nUne journ'),
      0xe9,
      ...bytes('e de donn'),
      0xe9,
      ...bytes('es.\n'),
    ]);
    expect(await editor.put('cours.txt', windows)).toBe('cours.txt');
    expect(new Uint8Array(await readFile(join(editor.corpusDir, 'cours.txt')))).toEqual(windows);
    const { corpus } = await editor.parts();
    expect(corpus.documents.find(({ path }) => path === 'cours.txt')?.text).toContain('journée');
    expect(await editor.names()).toEqual(['corpus', 'corpus/cours.txt', 'corpus/kafka.md', 'data']);
  });

  it('replaces the file of that name, whatever way its accents are written on the disk', async () => {
    const editor = await editorOf({ ['été.md'.normalize('NFD')]: kafka });
    await editor.put('été.md', bytes(spark));
    expect(await readdir(editor.corpusDir)).toEqual(['été.md'.normalize('NFD')]);
    expect(await editor.text('été.md'.normalize('NFD'))).toBe(spark);
  });

  it('makes the folder documents and no other', async () => {
    const editor = await editorOf({ 'leçons/kafka.md': kafka });
    await editor.put('documents/spark.md', bytes(spark));
    await editor.put('leçons/flink.md', bytes('# Flink\n\nUn autre moteur.\n'));
    await expect(editor.put('ailleurs/x.md', bytes('# X\n\nUn texte.\n'))).rejects.toMatchObject({
      code: 'bad-request',
    });
  });

  it('writes nothing through a link out of the corpus', async () => {
    const editor = await editorOf({ 'kafka.md': kafka });
    const outside = join(folder, 'outside');
    await mkdir(outside);
    await symlink(outside, join(editor.corpusDir, 'lien'));
    await expect(editor.put('lien/spark.md', bytes(spark))).rejects.toMatchObject({
      code: 'bad-request',
    });
    expect(await readdir(outside)).toEqual([]);
  });

  it.each([
    ['nothing', bytes(''), 'bad-request', /empty/],
    ['white space', bytes(' \n\n'), 'conflict', /empty/],
    [
      'bytes of a program',
      Uint8Array.from({ length: 300 }, (_, at) => (at * 7) % 32),
      'bad-request',
      /binary/,
    ],
    ['more than 5 MB', new Uint8Array(5_000_001).fill(0x61), 'too-large', /5 MB/],
    [
      'front matter that is wrong',
      bytes('---\nkind: examen\n---\n\nTexte.\n'),
      'bad-request',
      /Line 2.*kind/,
    ],
    ['the text of another document', bytes(kafka), 'conflict', /same text/],
    ['the id of another document', bytes('---\nid: kafka\n---\n\nTexte.\n'), 'conflict', /same id/],
  ])('refuses %s in one sentence and writes nothing', async (_what, content, code, message) => {
    const editor = await editorOf({ 'kafka.md': kafka });
    const refused = await editor.put('un-autre.md', content).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(String(refused)).not.toContain(folder);
    expect(await editor.names()).toEqual(['corpus', 'corpus/kafka.md', 'data']);
  });

  it('refuses a document that a register of the course contradicts, naming file and line', async () => {
    const exam = '---\nid: examen\nkind: exam\n---\n# Examen\n\nTexte.\n';
    const register = 'exam: examen\nitems: {}\n';
    const editor = await editorOf({
      'kafka.md': kafka,
      'exams/examen.md': exam,
      'exams/examen.yaml': register,
    });
    await expect(
      editor.put('exams/examen.md', bytes('# Plus un examen\n\nUne leçon comme une autre.\n')),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^exams\/examen\.yaml, line 1: /),
    });
    expect(await editor.text('exams/examen.md')).toBe(exam);
  });

  it('is not kept from mending a course by what is wrong elsewhere', async () => {
    const editor = await editorOf({
      'kafka.md': kafka,
      'corpus.yaml': 'documents:\n  - path: nowhere.md\n    kind: exam\n',
    });
    await editor.put('spark.md', bytes(spark));
    await editor.put('nowhere.md', bytes('# Examen\n\nTexte.\n'));
    expect((await editor.parts()).corpus.documents).toHaveLength(2);
  });
});

describe('reclassify', () => {
  const overrides =
    '# Ce que dit le formateur\ndocuments:\n  # trop récent\n  - path: spark.md\n    kind: exercise # vu avec Léa\n';

  it('writes the kind into corpus.yaml and keeps its comments; takes it out when the file says so itself', async () => {
    const editor = await editorOf({
      'kafka.md': kafka,
      'spark.md': spark,
      'corpus.yaml': overrides,
    });
    await editor.reclassify('kafka.md', 'exam');
    expect(await editor.text('corpus.yaml')).toBe(
      `${overrides}  - path: kafka.md\n    kind: exam\n`,
    );
    expect((await editor.parts()).corpus.sealed).toMatchObject([
      { path: 'kafka.md', what: 'exam' },
    ]);
    await editor.reclassify('kafka.md', 'document');
    expect(await editor.text('corpus.yaml')).toBe(overrides);
  });

  it('makes the file where there is none, and removes it when nothing is left in it', async () => {
    const editor = await editorOf({
      'kafka.md': `---\nkind: lesson\n---\n${kafka}`,
      'spark.md': spark,
    });
    await editor.reclassify('kafka.md', 'solution');
    expect(await editor.text('corpus.yaml')).toBe(
      'documents:\n  - path: kafka.md\n    kind: solution\n',
    );
    await editor.reclassify('kafka.md', 'lesson');
    expect(await readdir(editor.corpusDir)).toEqual(['kafka.md', 'spark.md']);
  });

  it('refuses to seal all that there is', async () => {
    const editor = await editorOf({ 'kafka.md': kafka });
    await expect(editor.reclassify('kafka.md', 'exam')).rejects.toMatchObject({ code: 'conflict' });
    expect(await readdir(editor.corpusDir)).toEqual(['kafka.md']);
  });

  it('loses no change when many come at once', async () => {
    const names = Array.from({ length: 5 }, (_, at) => `cours-${at}.md`);
    const files = Object.fromEntries(
      names.map((name) => [name, `# ${name}\n\nTexte de ${name}.\n`]),
    );
    const editor = await editorOf({ ...files, 'kafka.md': kafka });
    await Promise.all(names.map((name) => editor.reclassify(name, 'lesson')));
    const { corpus } = await editor.parts();
    expect(corpus.files.filter(({ kind }) => kind === 'lesson')).toHaveLength(5);
  });
});

describe('remove', () => {
  it('moves the file aside with its place and the time, and its kind out of corpus.yaml', async () => {
    const editor = await editorOf({
      'kafka.md': kafka,
      'cours/spark.md': spark,
      'corpus.yaml': 'documents:\n  - path: cours/spark.md\n    kind: exam\n',
    });
    await editor.remove('cours/spark.md');
    expect((await editor.parts()).corpus.files.map(({ path }) => path)).toEqual(['kafka.md']);
    const [removed] = await listRemoved(editor.dataDir);
    expect(removed).toEqual({ path: 'cours/spark.md', keptIn: 'removed/2026-11-25T19-40-12-000Z' });
    expect(await readFile(join(editor.dataDir, removed!.keptIn, removed!.path), 'utf8')).toBe(
      spark,
    );
  });

  it('keeps what was removed until it is pruned', async () => {
    const editor = await editorOf({ 'kafka.md': kafka, 'spark.md': spark });
    await editor.remove('spark.md');
    expect(await pruneRemoved(editor.dataDir, now)).toBe(0);
    expect(await pruneRemoved(editor.dataDir, new Date(now.getTime() + 1))).toBe(1);
    expect(await listRemoved(editor.dataDir)).toEqual([]);
  });

  it('says of a file that is not there that it is not', async () => {
    const editor = await editorOf({ 'kafka.md': kafka });
    await expect(editor.remove('spark.md')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses to leave nothing to ask about', async () => {
    const editor = await editorOf({ 'kafka.md': kafka });
    await expect(editor.remove('kafka.md')).rejects.toMatchObject({ code: 'conflict' });
    expect(await editor.text('kafka.md')).toBe(kafka);
  });

  it('leaves a file that cannot be moved where it is, and says so', async () => {
    const editor = await editorOf({ 'kafka.md': kafka, 'spark.md': spark });
    await writeFile(join(editor.dataDir, 'removed'), 'a file where a folder must be');
    await expect(editor.remove('spark.md')).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/cannot be changed/),
    });
    expect(await editor.text('spark.md')).toBe(spark);
  });
});
