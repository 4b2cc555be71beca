import type { Chunk, Document } from '../documents/document.ts';
import type { ExpectedIndex } from './expected/expected-index.ts';
import type { KeywordIndex } from './keyword-index.ts';
import type { VectorStore } from './vector-store.ts';

declare const isPublic: unique symbol;

/**
 * What may be retrieved: documents without anything sealed, their chunks, and the channels over them.
 * Chunk `i` is passage `i` of every channel. Only {@link publicIndex} makes one, so no other index can be searched.
 */
export type PublicIndex = {
  readonly [isPublic]: true;
  readonly documents: ReadonlyMap<string, Document>;
  readonly chunks: readonly Chunk[];
  readonly keywords: KeywordIndex;
  readonly vectors: VectorStore;
  /** Questions that the trainer expects, with the places that answer them; empty without such files. */
  readonly expected: ExpectedIndex;
  /** `random-indexing`, or the name of the embeddings endpoint's model. */
  readonly embeddingModel: string;
};

/** Marks an index as public; the caller warrants that every document went through the partition. */
export const publicIndex = (parts: Omit<PublicIndex, typeof isPublic>): PublicIndex =>
  parts as PublicIndex;

/** Title under which a chunk is indexed: its document's title and its heading path. */
export const passageTitle = (document: Document, chunk: Chunk): string =>
  [document.title, ...chunk.headings].join(' › ');
