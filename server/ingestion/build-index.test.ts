import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../language/analyzer.ts';
import { fakeDocument, fakeEmbedder } from '../testing/fakes.ts';
import { buildIndex, embeddedText, offlineEmbeddingModel } from './build-index.ts';

const analyzer = createAnalyzer();
const documents = [
  fakeDocument('# Kafka\n\nKafka garde les messages.\n\n## Topics\n\nUn topic est découpé.', {
    id: 'kafka',
    title: 'Kafka',
  }),
  fakeDocument('# RGPD\n\nLe DPO veille.\n\n## Délai\n\n72 heures.', { id: 'rgpd', title: 'RGPD' }),
];

describe('buildIndex', () => {
  it('holds every chunk of every document at the same place in every channel', async () => {
    const index = await buildIndex(documents, { analyzer, embedder: null });
    expect(index.embeddingModel).toBe(offlineEmbeddingModel);
    expect([...index.documents.keys()]).toEqual(['kafka', 'rgpd']);
    expect(index.keywords.stems.size).toBe(index.chunks.length);
    expect(index.vectors.size).toBe(index.chunks.length);
    for (const { documentId, start, end, text } of index.chunks) {
      expect(index.documents.get(documentId)?.text.slice(start, end)).toBe(text);
    }
  });

  it('embeds each different text once, and none that is known', async () => {
    const first = fakeEmbedder();
    const index = await buildIndex(documents, { analyzer, embedder: first });
    expect(index.embeddingModel).toBe('letters');
    const texts = index.chunks.map((chunk) =>
      embeddedText(index.documents.get(chunk.documentId)!, chunk),
    );
    expect(first.texts).toEqual(texts);
    const { values, dimensions } = index.vectors.table;
    const known = new Map(
      texts
        .slice(1)
        .map((text, at) => [text, values.slice((at + 1) * dimensions, (at + 2) * dimensions)]),
    );
    const second = fakeEmbedder();
    const again = await buildIndex(documents, { analyzer, embedder: second, known });
    expect(second.texts).toEqual(texts.slice(0, 1));
    expect(again.vectors.table.values).toEqual(values);
  });

  it('embeds everything again where what is known has another length, and takes vectors of one length only', async () => {
    const { chunks } = await buildIndex(documents, { analyzer, embedder: null });
    const embedder = fakeEmbedder();
    const first = embeddedText(documents[0]!, chunks[0]!);
    const known = new Map([[first, Float32Array.of(1, 0)]]);
    const index = await buildIndex(documents, { analyzer, embedder, known });
    expect(index.vectors.dimensions).toBe(27);
    expect(embedder.texts.filter((one) => one === first)).toHaveLength(1);
    let sent = 0;
    const unsteady = {
      model: 'unsteady',
      embed: (texts: readonly string[]) =>
        Promise.resolve(texts.map(() => new Float32Array((sent += 1)).fill(1))),
    };
    await expect(
      buildIndex(documents, { analyzer, embedder: unsteady, known }),
    ).rejects.toMatchObject({ code: 'model-unavailable' });
  });

  it('puts the title path into what is embedded', async () => {
    const embedder = fakeEmbedder();
    await buildIndex(documents, { analyzer, embedder });
    expect(embedder.texts.find((text) => text.includes('72 heures'))).toMatch(/^RGPD.*Délai\n/);
  });

  it('reports progress up to the total of each stage', async () => {
    const last = new Map<string, [number, number]>();
    await buildIndex(documents, {
      analyzer,
      embedder: fakeEmbedder(),
      onProgress: (stage, done, total) => void last.set(stage, [done, total]),
    });
    expect([...last.keys()]).toEqual(['split', 'keywords', 'vectors']);
    for (const [done, total] of last.values()) expect(done).toBe(total);
  });

  it('builds an empty index from nothing', async () => {
    for (const embedder of [null, fakeEmbedder()]) {
      const index = await buildIndex([], { analyzer, embedder });
      expect(index.chunks).toEqual([]);
      expect(index.vectors.size).toBe(0);
    }
  });
});
