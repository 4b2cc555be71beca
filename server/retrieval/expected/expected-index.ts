import type { Chunk, Document } from '../../documents/document.ts';
import type { Analyzer } from '../../language/analyzer.ts';
import { buildKeywordIndexInSteps, type KeywordIndex } from '../keyword-index.ts';
import type { Steps } from '../run-in-slices.ts';
import type { ExpectedQuestion } from './expected-question.ts';

/** The questions that a trainer expects, and the keyword channels over them: question `i` is passage `i`. */
export type ExpectedIndex = {
  readonly questions: readonly ExpectedQuestion[];
  readonly keywords: KeywordIndex;
};

/** An expected question as texts. */
export type ExpectedTexts = {
  readonly asks: readonly string[];
  /** The words that answer it, as the document has them. */
  readonly quotations: readonly string[];
  /** Title of the document, and the headings above the quotations. */
  readonly titles: readonly string[];
};

/** The texts of expected questions, from the documents and their chunks. */
export function expectedTexts(
  questions: readonly ExpectedQuestion[],
  documents: ReadonlyMap<string, Pick<Document, 'title' | 'text'>>,
  chunks: readonly Pick<Chunk, 'documentId' | 'headings' | 'start' | 'end'>[],
): readonly ExpectedTexts[] {
  const byDocument = new Map<string, (typeof chunks)[number][]>();
  for (const chunk of chunks) {
    const inside = byDocument.get(chunk.documentId);
    if (inside) inside.push(chunk);
    else byDocument.set(chunk.documentId, [chunk]);
  }
  return questions.map(({ documentId, asks, places }) => {
    const { title = '', text = '' } = documents.get(documentId) ?? {};
    const headings = (byDocument.get(documentId) ?? [])
      .filter(({ start, end }) => places.some((place) => start < place.end && place.start < end))
      .flatMap((chunk) => chunk.headings);
    return {
      asks,
      quotations: places.map(({ start, end }) => text.slice(start, end)),
      titles: [...new Set([title, ...headings])],
    };
  });
}

/** Indexes expected questions in every keyword channel: all wordings with the words that answer. */
export function* buildExpectedIndexInSteps(
  questions: readonly ExpectedQuestion[],
  texts: readonly ExpectedTexts[],
  analyzer: Analyzer,
): Steps<ExpectedIndex> {
  const passages = texts.map(({ asks, quotations, titles }) => ({
    title: titles.join(' › '),
    text: [...asks, ...quotations].join('\n'),
  }));
  return { questions, keywords: yield* buildKeywordIndexInSteps(passages, analyzer) };
}
