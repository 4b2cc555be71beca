import type { Analyzer } from '../language/analyzer.ts';
import { TutorError } from '../errors.ts';
import type { Embedder } from './embedder.ts';
import type { QuestionMatch, QuestionMatcher } from './expected/create-question-matcher.ts';
import type { Glossary } from './glossary.ts';
import type { PublicIndex } from './public-index.ts';
import { analyzeQuery } from './query.ts';
import { createTermEmbedder } from './random-indexing.ts';
import type { Retrieval, Retriever } from './retriever.ts';
import { type ChannelWeights, embeddingWeights, offlineWeights, searchIndex } from './search.ts';
import type { Speller } from './spelling.ts';

export type RetrieverDependencies = {
  readonly index: PublicIndex;
  readonly analyzer: Analyzer;
  readonly glossary: Glossary;
  readonly lexicon: Glossary;
  readonly speller: Speller;
  /** Over the index's expected questions. */
  readonly matcher: QuestionMatcher;
  /** The endpoint that made the index's vectors; `null` with random indexing. */
  readonly embedder: Embedder | null;
  /** Replaces some of the usual weights: for evals. */
  readonly weights?: Partial<ChannelWeights>;
};

const neighbours = 60;

/** How long a question waits for its embedding; it is searched by its words after that. */
const embeddingMs = 3_000;

/** A retriever over one public index. */
export function createRetriever(dependencies: RetrieverDependencies): Retriever {
  const { index, embedder } = dependencies;
  const embedTerms = createTermEmbedder(index.keywords.stems);
  const chunksOf = answeringChunks(index);
  return {
    async retrieve({ text, context }, { limit, signal }) {
      const query = analyzeQuery(text, { ...dependencies, ...(context && { context }) });
      // A follow-up alone ("et ses limites ?") means nothing to an embedding.
      const embedded = context ? `${context.text}\n${text}` : text;
      const vector = embedder
        ? await questionVector(embedded, { index, embedder }, signal)
        : embedTerms(query.terms.stems);
      const usual = embedder && vector ? embeddingWeights : offlineWeights;
      const weights = dependencies.weights ? { ...usual, ...dependencies.weights } : usual;
      const matches = dependencies.matcher.match({ text, ...(context && { context }) });
      const { passages, support } = searchIndex(index.keywords, query, {
        limit,
        weights,
        expected: expectedPassages(matches, chunksOf),
        neighbours: vector ? index.vectors.search(vector, neighbours) : [],
      });
      const chunks = passages.map(({ index: at, score, signals }, position) => {
        const chunk = index.chunks[at]!;
        const document = index.documents.get(chunk.documentId)!;
        return { chunk, document, rank: position + 1, score, signals };
      });
      return { chunks, support, weights, vectors: vectorsUsed(embedder, vector) };
    },
  };
}

/** Positions of the chunks that hold the answers of each expected question, found once. */
function answeringChunks({ chunks, expected }: PublicIndex): readonly (readonly number[])[] {
  const byDocument = new Map<string, number[]>();
  for (const [at, { documentId }] of chunks.entries()) {
    const inside = byDocument.get(documentId);
    if (inside) inside.push(at);
    else byDocument.set(documentId, [at]);
  }
  return expected.questions.map(({ documentId, places }) =>
    (byDocument.get(documentId) ?? []).filter((at) => {
      const { start, end } = chunks[at]!;
      return places.some((place) => place.start < end && start < place.end);
    }),
  );
}

/** How probably each chunk holds the answer, by the expected questions that resemble what was asked. */
function expectedPassages(
  matches: readonly QuestionMatch[],
  chunksOf: readonly (readonly number[])[],
): ReadonlyMap<number, number> {
  const [first] = matches;
  const passages = new Map<number, number>();
  for (const { at, share } of matches) {
    for (const chunk of chunksOf[at] ?? []) {
      passages.set(chunk, (passages.get(chunk) ?? 0) + share * certainty(first!.strength));
    }
  }
  return passages;
}

/** Even the nearest of weak matches points where to look. */
const certainty = (strength: number): number => 0.3 + 0.7 * strength;

function vectorsUsed(embedder: Embedder | null, vector: Float32Array | null): Retrieval['vectors'] {
  if (!embedder) return 'random-indexing';
  return vector ? 'embeddings' : 'keywords only';
}

/** `null` when the embeddings endpoint does not answer in time: the keyword channels then serve alone. */
async function questionVector(
  text: string,
  { index, embedder }: { readonly index: PublicIndex; readonly embedder: Embedder },
  signal?: AbortSignal,
): Promise<Float32Array | null> {
  try {
    const [vector] = await inTime((soon) => embedder.embed([text], { signal: soon }), signal);
    return vector?.length === index.vectors.dimensions ? vector : null;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof TutorError) return null;
    throw error;
  }
}

/**
 * The outcome of a task that is given a signal, which fires with `signal` or when the time is up.
 * @throws {TutorError} `model-unavailable` when the time is up, even where the task does not heed its signal
 */
async function inTime<T>(
  task: (soon: AbortSignal) => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  signal?.throwIfAborted();
  const soon = new AbortController();
  const leave = () => soon.abort(signal?.reason);
  signal?.addEventListener('abort', leave, { once: true });
  const late = new TutorError('model-unavailable', 'The embeddings endpoint is too slow.');
  const timer = setTimeout(() => soon.abort(late), embeddingMs);
  const ended = new Promise<never>((_, reject) => {
    soon.signal.addEventListener('abort', () => reject(soon.signal.reason as Error));
  });
  try {
    return await Promise.race([task(soon.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}
