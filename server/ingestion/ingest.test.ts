import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TutorError } from '../errors.ts';
import { createAnalyzer } from '../language/analyzer.ts';
import { fakeEmbedder } from '../testing/fakes.ts';
import { writeFiles } from '../testing/write-files.ts';
import { lockIndex } from './index-lock.ts';
import { indexFolder, ingest, type IngestionOptions, openIndex } from './ingest.ts';

const analyzer = createAnalyzer();
let folder = '';
let options: IngestionOptions;

const secret = 'La réponse est quarante-deux pour cent.';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingest-'));
  const corpusDir = await writeFiles(join(folder, 'corpus'), {
    'kafka.md': '# Kafka\n\nKafka garde les messages.\n',
    'exercice.md': `# Exercice\n\nFaites un plan.\n\n## Solution proposée\n\n${secret}\n`,
    'examen.md': `---\nkind: exam\n---\n# Examen\n\n${secret}\n`,
    'photo.png': 'x',
  });
  options = { corpusDir, indexDir: indexFolder(folder), analyzer, embedder: null };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const override = (path: string, kind: string): string =>
  `documents:\n  - { path: ${path}, kind: ${kind} }\n`;

describe('ingest', () => {
  it('indexes what is open, and reports what was sealed and skipped', async () => {
    const { index, corpus, report, notes } = await ingest(options);
    expect([...index.documents.keys()].sort()).toEqual(['exercice', 'kafka']);
    expect(corpus.sealed.map(({ path, what }) => [path, what]).sort()).toEqual([
      ['examen.md', 'exam'],
      ['exercice.md', 'worked solution'],
    ]);
    expect(corpus.skipped).toEqual(['photo.png']);
    expect(report?.chunks).toBe(index.chunks.length);
    expect(notes).toEqual([]);
  });

  it('writes nothing that is sealed to the disk', async () => {
    await ingest(options);
    const files = await readdir(options.indexDir, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const content = await readFile(join(file.parentPath, file.name), 'utf8');
      expect(content).not.toMatch(/quarante|42 %/i);
    }
  });

  it('refuses a corpus in which nothing is open, and a folder that is not there', async () => {
    const sealedOnly = await writeFiles(join(folder, 'sealed'), {
      'e.md': '---\nkind: exam\n---\nx',
    });
    await expect(ingest({ ...options, corpusDir: sealedOnly })).rejects.toMatchObject({
      code: 'corpus-empty',
    });
    await expect(ingest({ ...options, corpusDir: join(folder, 'no') })).rejects.toMatchObject({
      code: 'corpus-unreadable',
    });
  });

  it('embeds again only what changed', async () => {
    const first = fakeEmbedder();
    await ingest({ ...options, embedder: first });
    await writeFile(join(options.corpusDir, 'rgpd.md'), '# RGPD\n\nLe DPO veille.\n');
    const second = fakeEmbedder();
    await ingest({ ...options, embedder: second });
    expect(first.texts.length).toBeGreaterThan(1);
    expect(second.texts).toHaveLength(1);
    expect(second.texts[0]).toContain('DPO');
  });

  it('stops without a new generation when the signal fires', async () => {
    await expect(
      ingest({ ...options, signal: AbortSignal.abort(new Error('stop')) }),
    ).rejects.toThrow('stop');
    expect((await openIndex(options)).report).not.toBeNull();
  });
});

describe('openIndex', () => {
  it('builds once, then opens the same index without building', async () => {
    const built = await openIndex(options);
    const opened = await openIndex(options);
    expect(built.report).not.toBeNull();
    expect(opened).toMatchObject({ report: null, notes: [] });
    expect(opened.index.chunks).toEqual(built.index.chunks);
    expect(opened.index.keywords).toEqual(built.index.keywords);
  });

  it('builds again, and says why, when the corpus or the settings changed', async () => {
    await openIndex(options);
    await writeFile(join(options.corpusDir, 'rgpd.md'), '# RGPD\n\nLe DPO veille.\n');
    const changed = await openIndex(options);
    expect(changed.corpus.documents).toHaveLength(3);
    expect(changed.notes.join()).toContain('corpus changed');
    const embedded = await openIndex({ ...options, embedder: fakeEmbedder() });
    expect(embedded.index.embeddingModel).toBe('letters');
    expect(embedded.notes.join()).toContain('random-indexing');
  });

  it('knows what is in the corpus folder without building', async () => {
    const built = await openIndex(options);
    const opened = await openIndex(options);
    expect(opened.report).toBeNull();
    expect(opened.corpus).toEqual(built.corpus);
    expect(opened.corpus.sealed).toHaveLength(2);
    expect(opened.corpus.skipped).toEqual(['photo.png']);
  });

  it('takes unchanged files as they were read, and parts them anew', async () => {
    const path = join(options.corpusDir, 'kafka.md');
    await writeFile(path, '---\nkind: lesson\n---\n# Kafka\n\nIl garde l’é\u0301vénement.\n');
    await writeFile(join(options.corpusDir, 'corpus.yaml'), override('kafka.md', 'document'));
    const { corpus } = await openIndex(options);
    expect(corpus.sources.map(({ path: one, ownKind }) => [one, ownKind])).toEqual([
      ['kafka.md', 'lesson'],
    ]);
    const again = await openIndex(options);
    expect(again.report).toBeNull();
    expect(again.corpus).toEqual(corpus);
    // The same bytes, which are no longer to be shown: nothing that was found open before may open them.
    await writeFile(join(options.corpusDir, 'corpus.yaml'), override('kafka.md', 'solution'));
    await writeFile(join(options.corpusDir, 'autre.md'), 'Un texte.\n');
    const sealed = await openIndex(options);
    expect(sealed.corpus.documents.map(({ id }) => id)).toEqual(['autre', 'exercice']);
    expect(sealed.corpus.sources.map(({ path: one }) => one)).toEqual(['autre.md']);
  });

  it.each<[string, (path: string, bytes: Buffer) => Promise<void>]>([
    ['missing', (path) => rm(path)],
    ['empty', (path) => writeFile(path, '')],
    ['cut', (path, bytes) => writeFile(path, bytes.subarray(0, bytes.length >> 1))],
    [
      'a folder',
      (path) =>
        rm(path)
          .then(() => writeFiles(path, { x: '' }))
          .then(() => {}),
    ],
    ['flipped', (path, bytes) => writeFile(path, flip(bytes))],
  ])('builds again, and says so, when any file of the index is %s', async (_name, damage) => {
    const { index } = await openIndex(options);
    const names = (await generationFiles(options.indexDir)).map(({ name }) => name).sort();
    expect(names).toContain('manifest.json');
    for (const name of names) {
      await rm(options.indexDir, { recursive: true });
      await ingest(options);
      const file = (await generationFiles(options.indexDir)).find((one) => one.name === name)!;
      await damage(file.path, await readFile(file.path));
      const { report, notes, index: rebuilt } = await openIndex(options);
      expect(report).not.toBeNull();
      const part = name === 'manifest.json' ? 'manifest' : name;
      expect(notes).toEqual([expect.stringMatching(/ was damaged \(.+\); it was built again\.$/)]);
      expect(notes[0]).toContain(part);
      expect(rebuilt.chunks).toEqual(index.chunks);
    }
  });

  it('serves the generation before a damaged one, and says how to mend it', async () => {
    await ingest(options);
    await ingest(options);
    const { report, notes } = await openAfterDamage();
    expect(report).toBeNull();
    expect(notes.join()).toMatch(/documents\.json.*the one before it serves\. Run npm run ingest/);
  });

  it('does not take a damaged index for a corpus that changed', async () => {
    await ingest(options);
    await writeFile(join(options.corpusDir, 'rgpd.md'), '# RGPD\n\nLe DPO veille.\n');
    await ingest(options);
    const { report, notes } = await openAfterDamage();
    expect(report).not.toBeNull();
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/documents\.json.*it was built again\.$/);
  });

  it('serves from memory while another process writes the index', async () => {
    const lock = await lockIndex(options.indexDir);
    try {
      const { index, notes } = await openIndex(options);
      expect(index.documents.size).toBe(2);
      expect(notes.join()).toMatch(/being written by .* This run answers from an index in memory/);
      await expect(ingest(options)).rejects.toMatchObject({ code: 'index-locked' });
    } finally {
      await lock.release();
    }
    expect((await openIndex(options)).notes).toEqual([]);
  });

  it('says at once where the index cannot be written, before it is built', async () => {
    await writeFile(join(folder, 'file'), 'x');
    const indexDir = indexFolder(join(folder, 'file'));
    const embedder = fakeEmbedder();
    for (const open of [openIndex, ingest]) {
      await expect(open({ ...options, indexDir, embedder })).rejects.toMatchObject({
        code: 'settings-wrong',
      });
    }
    expect(embedder.texts).toEqual([]);
  });

  it('serves with offline vectors while the embeddings endpoint does not answer, and tries again later', async () => {
    const down = fakeEmbedder('letters', new TutorError('model-unavailable', 'No answer.'));
    const { index, notes } = await openIndex({ ...options, embedder: down });
    expect(index.embeddingModel).toBe('random-indexing');
    expect(notes.join()).toContain('No answer.');
    const up = await openIndex({ ...options, embedder: fakeEmbedder() });
    expect(up.index.embeddingModel).toBe('letters');
  });

  it('lets a bug of the embedder through', async () => {
    const broken = fakeEmbedder('letters', new RangeError('bug'));
    await expect(openIndex({ ...options, embedder: broken })).rejects.toThrow(RangeError);
  });
});

type IndexFile = { readonly name: string; readonly path: string };

/** The files of the newest generation. */
async function generationFiles(indexDir: string): Promise<readonly IndexFile[]> {
  const current = (await readFile(join(indexDir, 'current'), 'utf8')).trim();
  const generation = join(indexDir, 'generations', current);
  return (await readdir(generation)).map((name) => ({ name, path: join(generation, name) }));
}

/** Opens the index after its current generation has lost its documents. */
async function openAfterDamage() {
  const files = await generationFiles(options.indexDir);
  await writeFile(files.find(({ name }) => name === 'documents.json')!.path, '[]');
  return openIndex(options);
}

/** The same bytes but for one bit in the middle. */
function flip(bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes);
  const at = Math.floor(flipped.length / 2);
  flipped[at] = flipped[at]! ^ 1;
  return flipped;
}
