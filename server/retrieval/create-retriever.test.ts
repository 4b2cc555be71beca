import { beforeAll, describe, expect, it, vi } from 'vitest';
import { TutorError } from '../errors.ts';
import { buildIndex } from '../ingestion/build-index.ts';
import { createAnalyzer } from '../language/analyzer.ts';
import { fakeDocument, fakeEmbedder } from '../testing/fakes.ts';
import { createRetriever } from './create-retriever.ts';
import type { Embedder } from './embedder.ts';
import { createQuestionMatcher } from './expected/create-question-matcher.ts';
import { createGlossary } from './glossary.ts';
import type { PublicIndex } from './public-index.ts';
import { embeddingWeights, offlineWeights } from './search.ts';
import { createSpeller } from './spelling.ts';

const analyzer = createAnalyzer();
const documents = [
  fakeDocument('# Kafka\n\nKafka garde les messages sept jours.', { id: 'kafka', title: 'Kafka' }),
  fakeDocument('# RGPD\n\nLe délégué veille sur le registre.', { id: 'rgpd', title: 'RGPD' }),
  fakeDocument('# Lac\n\nLe lac de données garde tout.', { id: 'lac', title: 'Lac de données' }),
];
let offline: PublicIndex;
let embedded: PublicIndex;

beforeAll(async () => {
  offline = await buildIndex(documents, { analyzer, embedder: null });
  embedded = await buildIndex(documents, { analyzer, embedder: fakeEmbedder() });
});

function retrieverOver(index: PublicIndex, embedder: Embedder | null) {
  const { keywords, documents, chunks, expected } = index;
  const tools = {
    analyzer,
    glossary: createGlossary([{ fr: ['lac de données'], en: ['data lake'] }], analyzer),
    lexicon: createGlossary([], analyzer),
    speller: createSpeller(keywords.words, keywords.forms),
  };
  const matcher = createQuestionMatcher({ expected, documents, chunks, tools });
  return createRetriever({ index, ...tools, matcher, embedder });
}

describe('retrieve', () => {
  it.each([
    ['Combien de temps Kafka garde-t-il les messages ?', 'kafka'],
    ['what is a data lake?', 'lac'],
    ['RGPD', 'rgpd'],
    ['kakfa', 'kafka'],
    ['les donnees du lac', 'lac'],
  ])('finds for %j the document %j first', async (text, id) => {
    const { chunks, vectors, weights } = await retrieverOver(offline, null).retrieve(
      { text },
      { limit: 8 },
    );
    expect(chunks[0]?.document.id).toBe(id);
    expect(chunks.map(({ rank }) => rank)).toEqual(chunks.map((_, at) => at + 1));
    expect(vectors).toBe('random-indexing');
    expect(weights).toBe(offlineWeights);
  });

  it('finds nothing for nothing, and no more than the limit', async () => {
    const retriever = retrieverOver(offline, null);
    expect((await retriever.retrieve({ text: '?' }, { limit: 8 })).chunks).toEqual([]);
    expect((await retriever.retrieve({ text: 'garde' }, { limit: 1 })).chunks).toHaveLength(1);
  });

  it('follows the subject of the earlier question', async () => {
    const context = { text: 'Que garde Kafka ?', weight: 0.9 };
    const { chunks } = await retrieverOver(offline, null).retrieve(
      { text: 'pourquoi ?', context },
      { limit: 8 },
    );
    expect(chunks[0]?.document.id).toBe('kafka');
  });

  it('embeds the question, together with the one it leans on', async () => {
    const embedder = fakeEmbedder();
    const retriever = retrieverOver(embedded, embedder);
    const { vectors, weights } = await retriever.retrieve(
      { text: 'pourquoi ?', context: { text: 'Que garde Kafka ?', weight: 0.9 } },
      { limit: 8 },
    );
    expect(embedder.texts).toEqual(['Que garde Kafka ?\npourquoi ?']);
    expect([vectors, weights]).toEqual(['embeddings', embeddingWeights]);
  });

  it('serves with keywords only when the endpoint does not answer, or answers in other dimensions', async () => {
    const down = fakeEmbedder('letters', new TutorError('model-unavailable', 'No answer.'));
    const other: Embedder = {
      model: 'letters',
      embed: () => Promise.resolve([new Float32Array(3)]),
    };
    for (const embedder of [down, other]) {
      const { chunks, vectors } = await retrieverOver(embedded, embedder).retrieve(
        { text: 'Kafka' },
        { limit: 8 },
      );
      expect(chunks[0]?.document.id).toBe('kafka');
      expect(vectors).toBe('keywords only');
    }
  });

  it('does not wait for an endpoint that is slow, nor when it does not heed its signal', async () => {
    vi.useFakeTimers();
    try {
      const signals: (AbortSignal | undefined)[] = [];
      const stuck: Embedder = {
        model: 'letters',
        embed: (_texts, options) => {
          signals.push(options?.signal);
          return new Promise(() => {});
        },
      };
      const retrieval = retrieverOver(embedded, stuck).retrieve({ text: 'Kafka' }, { limit: 8 });
      await vi.advanceTimersByTimeAsync(3_000);
      expect(await retrieval).toMatchObject({ vectors: 'keywords only', weights: offlineWeights });
      expect(signals[0]?.aborted).toBe(true);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('lets a bug and an abort through', async () => {
    const broken = retrieverOver(embedded, fakeEmbedder('letters', new RangeError('bug')));
    await expect(broken.retrieve({ text: 'Kafka' }, { limit: 8 })).rejects.toThrow(RangeError);
    const down = fakeEmbedder('letters', new TutorError('model-unavailable', 'No answer.'));
    const signal = AbortSignal.abort(new Error('left'));
    await expect(
      retrieverOver(embedded, down).retrieve({ text: 'Kafka' }, { limit: 8, signal }),
    ).rejects.toThrow('left');
  });
});
