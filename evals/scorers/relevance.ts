import type { Span } from '../../server/documents/document.ts';

/** A place of the course that holds the answer (grade 2), or helps and does not answer alone (grade 1). */
export type GoldSpan = Span & { readonly documentId: string; readonly grade: 1 | 2 };

/** What is judged: a retrieved chunk, or any other part of a document. */
export type Passage = Span & { readonly documentId: string };

/** Share of a gold span that a chunk must hold to be relevant to it. */
const minShare = 0.5;

/** Whether a passage holds at least half of a gold span. Spans and not chunk ids: the gold survives a new chunking. */
export function covers(passage: Passage, gold: GoldSpan): boolean {
  if (passage.documentId !== gold.documentId) return false;
  const shared = Math.min(passage.end, gold.end) - Math.max(passage.start, gold.start);
  return shared > 0 && shared / (gold.end - gold.start) >= minShare;
}
