import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TutorError } from '../errors.ts';
import { createAnalyzer } from '../language/analyzer.ts';
import { fakeEmbedder } from '../testing/fakes.ts';
import { writeFiles } from '../testing/write-files.ts';
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

  it('builds again when the index on disk is damaged', async () => {
    await openIndex(options);
    const files = await readdir(options.indexDir, { recursive: true, withFileTypes: true });
    const damaged = files.find(({ name }) => name === 'documents.json')!;
    await writeFile(join(damaged.parentPath, damaged.name), '[]');
    const { report, notes } = await openIndex(options);
    expect(report).not.toBeNull();
    expect(notes.join()).toContain('damaged');
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
