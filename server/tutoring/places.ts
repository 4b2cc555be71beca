import type { Citation, Source } from '../contract.ts';
import { lineAt } from '../documents/document.ts';
import { plainText } from '../documents/plain-text.ts';
import { shownQuotation } from '../documents/shown-quotation.ts';
import type { RetrievedChunk } from '../retrieval/retriever.ts';
import type { FoundQuotation } from './citation-gate.ts';

/** Longest preview of a passage, in UTF-16 code units. */
const snippetLength = 300;

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
    snippet: shorten(plainText(chunk.text)),
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
  const quote = home.document.text.slice(start, end);
  return {
    marker,
    documentId,
    title: home.document.title,
    headings: home.chunk.headings,
    start,
    end,
    line: lineAt(home.document, start),
    language: home.document.language,
    quote,
    plain: shownQuotation(quote),
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

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= snippetLength) return flat;
  const cut = flat.lastIndexOf(' ', snippetLength - 1);
  return `${flat.slice(0, cut > 0 ? cut : snippetLength - 1).toWellFormed()}…`;
}
