import type { Chunk, Document } from '../documents/document.ts';
import { TutorError } from '../errors.ts';
import { splitDocument } from '../documents/split-document.ts';
import type { Analyzer } from '../language/analyzer.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import { buildKeywordIndexInSteps } from '../retrieval/keyword-index.ts';
import { passageTitle, type PublicIndex, publicIndex } from '../retrieval/public-index.ts';
import { embedPassagesInSteps, randomIndexingDimensions } from '../retrieval/random-indexing.ts';
import type { ExpectedQuestion } from '../retrieval/expected/expected-question.ts';
import { buildExpectedIndexInSteps, expectedTexts } from '../retrieval/expected/expected-index.ts';
import { runInSlices, type Steps } from '../retrieval/run-in-slices.ts';
import { createVectorStore, type LocalVectorStore } from '../retrieval/vector-store.ts';

/** Name under which an index without an embeddings endpoint is bound. */
export const offlineEmbeddingModel = 'random-indexing';

export type BuildProgress = (
  stage: 'split' | 'keywords' | 'vectors',
  done: number,
  total: number,
) => void;

export type BuildOptions = {
  readonly analyzer: Analyzer;
  readonly embedder: Embedder | null;
  /** Vectors of an earlier index by the exact text that was embedded; only new texts are sent. */
  readonly known?: ReadonlyMap<string, Float32Array>;
  readonly onProgress?: BuildProgress;
  readonly signal?: AbortSignal;
  /** Questions that the trainer expects of these documents. */
  readonly expected?: readonly ExpectedQuestion[];
};

/** Texts sent to the embeddings endpoint between two reports of progress. */
const embeddingBatch = 96;

/** What is embedded for a chunk: its title path says what the text is about. */
export const embeddedText = (document: Document, chunk: Chunk): string =>
  `${passageTitle(document, chunk)}\n${chunk.text}`;

/**
 * Splits documents and indexes their chunks in every channel, letting other work through meanwhile.
 * @throws {TutorError} `model-unavailable` when the embeddings endpoint fails, or sends vectors of several lengths
 */
export async function buildIndex(
  documents: readonly Document[],
  options: BuildOptions,
): Promise<PublicIndex & { readonly vectors: LocalVectorStore }> {
  const { analyzer, embedder, signal, onProgress = () => {} } = options;
  const chunks = await runInSlices(splitInSteps(documents, onProgress), signal);
  const byId = new Map(documents.map((document) => [document.id, document]));
  onProgress('keywords', 0, chunks.length);
  const passages = chunks.map((chunk) => {
    const document = byId.get(chunk.documentId)!;
    return { title: passageTitle(document, chunk), text: chunk.text };
  });
  const keywords = await runInSlices(buildKeywordIndexInSteps(passages, analyzer), signal);
  const questions = options.expected ?? [];
  const texts = expectedTexts(questions, byId, chunks);
  const expected = await runInSlices(buildExpectedIndexInSteps(questions, texts, analyzer), signal);
  onProgress('keywords', chunks.length, chunks.length);
  const vectors = embedder
    ? await embedChunks(chunks, byId, { ...options, embedder })
    : await runInSlices(embedPassagesInSteps(keywords.stems), signal);
  onProgress('vectors', chunks.length, chunks.length);
  const dimensions = embedder ? (vectors[0]?.length ?? 0) : randomIndexingDimensions;
  const store = await createVectorStore(vectors, {
    dimensions,
    ...(signal && { signal }),
  });
  return {
    ...publicIndex({
      documents: byId,
      chunks,
      keywords,
      vectors: store,
      expected,
      embeddingModel: embedder?.model ?? offlineEmbeddingModel,
    }),
    vectors: store,
  };
}

function* splitInSteps(documents: readonly Document[], onProgress: BuildProgress): Steps<Chunk[]> {
  const chunks: Chunk[] = [];
  for (const [index, document] of documents.entries()) {
    onProgress('split', index + 1, documents.length);
    for (const chunk of splitDocument(document)) chunks.push(chunk);
    yield;
  }
  return chunks;
}

type EmbeddingOptions = BuildOptions & { readonly embedder: Embedder };

async function embedChunks(
  chunks: readonly Chunk[],
  documents: ReadonlyMap<string, Document>,
  { known = new Map(), ...options }: EmbeddingOptions,
): Promise<readonly Float32Array[]> {
  const texts = chunks.map((chunk) => embeddedText(documents.get(chunk.documentId)!, chunk));
  const vectors = await embedTexts(texts, known, options);
  if (vectors.every(({ length }) => length === vectors[0]?.length)) return vectors;
  // Another model stands behind the name by now: with the old vectors it could never be indexed again.
  const afresh = known.size > 0 ? await embedTexts(texts, new Map(), options) : vectors;
  if (afresh.every(({ length }) => length === afresh[0]?.length)) return afresh;
  throw new TutorError(
    'model-unavailable',
    `The model ${options.embedder.model} sends vectors of several lengths; choose another EMBEDDING_MODEL.`,
  );
}

/** The vectors of texts, those that are known taken as they are. */
async function embedTexts(
  texts: readonly string[],
  known: ReadonlyMap<string, Float32Array>,
  { embedder, onProgress = () => {}, signal }: EmbeddingOptions,
): Promise<readonly Float32Array[]> {
  const vectors = new Map(known);
  const missing = [...new Set(texts)].filter((text) => !vectors.has(text));
  for (let at = 0; at < missing.length; at += embeddingBatch) {
    onProgress('vectors', texts.length - missing.length + at, texts.length);
    const batch = missing.slice(at, at + embeddingBatch);
    const embedded = await embedder.embed(batch, signal && { signal });
    for (const [index, text] of batch.entries()) vectors.set(text, embedded[index]!);
  }
  return texts.map((text) => vectors.get(text)!);
}
