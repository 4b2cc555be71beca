import type { Chunk, Document } from '../documents/document.ts';
import type { ChannelWeights, ScoredPassage, Support } from './search.ts';

/** A chunk as one query found it, with the document it is from. `rank` from 1, best first. */
export type RetrievedChunk = {
  readonly chunk: Chunk;
  readonly document: Document;
  readonly rank: number;
  readonly score: number;
  readonly signals: ScoredPassage['signals'];
};

export type RetrievalQuery = {
  readonly text: string;
  /** An earlier question that this one leans on, and how much its words count (0 to 1). */
  readonly context?: { readonly text: string; readonly weight: number };
};

export type Retrieval = {
  readonly chunks: readonly RetrievedChunk[];
  readonly support: Support;
  /** What the vector channel held; `keywords only` when the embeddings endpoint did not answer. */
  readonly vectors: 'random-indexing' | 'embeddings' | 'keywords only';
  readonly weights: ChannelWeights;
};

export type Retriever = {
  /** The best chunks for a query, at most `limit`. */
  retrieve(
    query: RetrievalQuery,
    options: { readonly limit: number; readonly signal?: AbortSignal },
  ): Promise<Retrieval>;
};
