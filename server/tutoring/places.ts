import type { Citation, Source } from '../contract/course.ts';
import { type Document, lineAt, type Span } from '../documents/document.ts';
import { shownQuotation } from '../documents/shown-quotation.ts';
import type { RetrievedChunk } from '../retrieval/retriever.ts';
import type { FoundQuotation } from './citation-gate.ts';
import { passageSnippet } from './passage-snippet.ts';

/** What a reader is shown of a retrieved chunk. */
export function toSource({ chunk, document, rank }: RetrievedChunk): Source {
  return {
    rank,
    documentId: document.id,
    title: document.title,
    headings: chunk.headings,
    start: chunk.start,
    end: chunk.end,
    line: lineAt(document, chunk.start),
    language: document.language,
    snippet: passageSnippet(chunk.text),
  };
}

/** A found quotation as it travels with the answer; it lies in one of the retrieved chunks. */
export function toCitation(
  { documentId, start, end }: FoundQuotation,
  marker: number,
  chunks: readonly RetrievedChunk[],
): Citation {
  const home = chunks.find(
    ({ chunk }) => chunk.documentId === documentId && chunk.start <= start && end <= chunk.end,
  )!;
  const plain = shownQuotation(home.document.text.slice(start, end));
  return citationAt(
    home.document,
    { start, end },
    { marker, headings: home.chunk.headings, plain },
  );
}

/** A place of a document as it travels with the answer, quoted to the letter. */
export function citationAt(
  document: Document,
  { start, end }: Span,
  told: Pick<Citation, 'marker' | 'headings' | 'plain'>,
): Citation {
  return {
    ...told,
    documentId: document.id,
    title: document.title,
    start,
    end,
    line: lineAt(document, start),
    language: document.language,
    quote: document.text.slice(start, end),
  };
}

/** Sections named when the course does not answer. */
const namedSections = 3;

/** The best chunk of each of the first few sections. */
export function nearestSections(chunks: readonly RetrievedChunk[]): readonly Source[] {
  const sections = new Map<string, RetrievedChunk>();
  for (const chunk of chunks) {
    const section = `${chunk.document.id}\n${chunk.chunk.headings.join('\n')}`;
    if (!sections.has(section)) sections.set(section, chunk);
  }
  return [...sections.values()].slice(0, namedSections).map(toSource);
}
