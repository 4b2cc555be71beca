import type { Chunk, Document, Span } from '../documents/document.ts';
import { lineAt } from '../documents/document.ts';
import { findQuotation } from '../documents/find-quotation.ts';
import { shownQuotation } from '../documents/shown-quotation.ts';
import { splitStatements } from '../documents/split-statements.ts';
import type { Analyzer } from '../language/analyzer.ts';
import type { PublicIndex } from '../retrieval/public-index.ts';
import type { Retriever } from '../retrieval/retriever.ts';
import type { Passage } from './assessment.ts';
import type { Reread } from './task-schema.ts';

export type CoursePassages = {
  /** The passage that a rubric sends the student to, else the one that the course has nearest to `about`; `null` without one. */
  find(reread: readonly Reread[], about: string, signal?: AbortSignal): Promise<Passage | null>;
  /** Passages to show a model: the sections of the rubric, and what retrieval adds, without their repetition. */
  sections(
    reread: readonly Reread[],
  ): readonly { readonly document: Document; readonly chunk: Chunk }[];
};

/** Words of the question that a sentence must share to be the nearest. */
const minShared = 2;

/** Finds passages in what may be shown of the course; every one is quoted to the letter. */
export function createCoursePassages({
  index,
  retriever,
  analyzer,
}: {
  readonly index: Pick<PublicIndex, 'documents' | 'chunks'>;
  readonly retriever: Retriever;
  readonly analyzer: Analyzer;
}): CoursePassages {
  const known = new Map<string, Promise<Passage | null>>();
  const chunksOf = ({ document, heading }: Reread): readonly Chunk[] =>
    index.chunks.filter(
      (chunk) =>
        chunk.documentId === document && chunk.headings.some((one) => sameHeading(one, heading)),
    );

  const quoted = ({ document: id, quote }: Reread): Passage | null => {
    const document = index.documents.get(id);
    const span = document && quote ? findQuotation(document.text, quote) : null;
    return document && span ? toPassage(document, span, index.chunks) : null;
  };
  const nearest = (chunks: readonly Chunk[], about: string): Passage | null => {
    const asked = new Set(analyzer.analyze(about).stems);
    let best: { readonly document: Document; readonly span: Span; readonly shared: number } | null =
      null;
    for (const chunk of chunks) {
      const document = index.documents.get(chunk.documentId)!;
      for (const { kind, start, end } of splitStatements(chunk.text)) {
        if (kind === 'code') continue;
        const span = { start: chunk.start + start, end: chunk.start + end };
        const stems = new Set(analyzer.analyze(document.text.slice(span.start, span.end)).stems);
        const shared = [...asked].filter((stem) => stems.has(stem)).length;
        if (shared > (best?.shared ?? minShared - 1)) best = { document, span, shared };
      }
    }
    return best && toPassage(best.document, best.span, index.chunks);
  };
  const search = async (reread: readonly Reread[], about: string, signal?: AbortSignal) => {
    for (const place of reread) {
      const passage = quoted(place) ?? nearest(chunksOf(place), about);
      if (passage) return passage;
    }
    const { chunks } = await retriever.retrieve(
      { text: about },
      { limit: 3, ...(signal && { signal }) },
    );
    return nearest(
      chunks.map(({ chunk }) => chunk),
      about,
    );
  };

  return {
    find(reread, about, signal) {
      const key = JSON.stringify([reread, about]);
      const found = known.get(key) ?? search(reread, about, signal);
      known.set(key, found);
      found.catch(() => known.delete(key));
      return found;
    },
    sections: (reread) =>
      reread.flatMap((place) => {
        const document = index.documents.get(place.document);
        return document ? chunksOf(place).map((chunk) => ({ document, chunk })) : [];
      }),
  };
}

/** A span of a document as it is cited. */
export function toPassage(
  document: Document,
  { start, end }: Span,
  chunks: readonly Chunk[],
): Passage {
  const home = chunks.find(
    (chunk) => chunk.documentId === document.id && chunk.start <= start && end <= chunk.end,
  );
  const quote = document.text.slice(start, end);
  return {
    documentId: document.id,
    title: document.title,
    headings: home?.headings ?? [],
    start,
    end,
    line: lineAt(document, start),
    language: document.language,
    quote,
    plain: shownQuotation(quote),
  };
}

/** Typography apart: apostrophes and spaces are typed in many ways. */
const sameHeading = (a: string, b: string): boolean => plainHeading(a) === plainHeading(b);
const plainHeading = (text: string): string =>
  text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
