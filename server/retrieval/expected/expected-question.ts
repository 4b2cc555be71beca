import type { Span } from '../../documents/document.ts';

/**
 * A question that students ask of a document, as a trainer wrote it down: the wordings it comes in, and the places of
 * the document that answer it.
 */
export type ExpectedQuestion = {
  readonly documentId: string;
  /** Never empty. */
  readonly asks: readonly string[];
  /** Never empty; in the order in which the trainer gave them, which is that of the answer. */
  readonly places: readonly Span[];
};
