import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../language/analyzer.ts';
import { fakeDocument } from '../testing/fakes.ts';
import { buildIndex } from './build-index.ts';
import { readIndexFiles, writeIndexFiles } from './index-files.ts';

const analyzer = createAnalyzer();
const documents = [
  fakeDocument('# Kafka\n\nKafka garde les données. 😊 Œuvre `x`.', { id: 'kafka' }),
  fakeDocument('# Goth\n\nLe mot 𐌰𐌱𐌲𐌳𐌴𐌵 et 𐌲𐌳𐌴𐌵𐌰𐌱, puis l’été.', { id: 'goth' }),
];

const expected = [
  {
    documentId: 'kafka',
    asks: ['que garde kafka ?', 'kafka storage'],
    places: [{ start: 9, end: 33 }],
  },
];

const built = (of = documents) => buildIndex(of, { analyzer, embedder: null, expected });

describe('readIndexFiles', () => {
  it('gives back the index that was written', async () => {
    const index = await built();
    const read = await readIndexFiles(await writeIndexFiles(index), index.embeddingModel);
    expect(read.documents).toEqual(index.documents);
    expect(read.chunks).toEqual(index.chunks);
    expect(read.keywords).toEqual(index.keywords);
    expect(read.vectors.table.values).toEqual(index.vectors.table.values);
    expect(read.expected.questions).toEqual(expected);
    expect(read.expected.keywords).toEqual({ ...index.expected.keywords, forms: new Map() });
    expect(read.embeddingModel).toBe(index.embeddingModel);
  });

  it('gives back an index without chunks', async () => {
    const index = await built([fakeDocument('   \n')]);
    const read = await readIndexFiles(await writeIndexFiles(index), index.embeddingModel);
    expect(read.chunks).toEqual([]);
    expect(read.keywords).toEqual(index.keywords);
  });

  it('reads bytes that lie anywhere in a larger buffer', async () => {
    const index = await built();
    const files = await writeIndexFiles(index);
    const pooled = new Map(
      [...files].map(([name, bytes]) => {
        const pool = Buffer.alloc(bytes.length + 3);
        pool.set(bytes, 1);
        return [name, pool.subarray(1, 1 + bytes.length)];
      }),
    );
    const read = await readIndexFiles(pooled, index.embeddingModel);
    expect(read.keywords).toEqual(index.keywords);
  });

  it('says that the index is broken when a file is missing, cut or empty', async () => {
    const source = { id: 'kafka', path: 'kafka.md', ownKind: 'lesson' as const, digest: '0' };
    const files = await writeIndexFiles(await built(), [source]);
    for (const name of files.keys()) {
      const without = new Map(files);
      without.delete(name);
      const cut = new Map(files).set(name, files.get(name)!.slice(0, 9));
      const empty = new Map(files).set(name, new Uint8Array());
      for (const broken of [without, cut, empty]) {
        await expect(readIndexFiles(broken, 'random-indexing')).rejects.toMatchObject({
          code: 'index-broken',
        });
      }
    }
  });

  it('says so too when the files are of different indexes', async () => {
    const one = await writeIndexFiles(await built());
    const other = await writeIndexFiles(await built(documents.slice(0, 1)));
    const mixed = new Map(one).set('chunks.json', other.get('chunks.json')!);
    const unasked = new Map(one).set('expected.json', new TextEncoder().encode('[]'));
    for (const broken of [mixed, unasked]) {
      await expect(readIndexFiles(broken, 'random-indexing')).rejects.toMatchObject({
        code: 'index-broken',
      });
    }
  });
});
