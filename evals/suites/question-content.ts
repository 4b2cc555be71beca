import type { QuestionCase } from '../cases/load-cases.ts';

/**
 * What makes a question what it is: its gold by its words, not by its offsets, which move whenever a document grows.
 * @param texts of the documents that may be indexed, by id
 */
export const questionContent = (
  { gold, ...rest }: QuestionCase,
  texts: ReadonlyMap<string, string>,
): unknown => ({
  ...rest,
  gold: gold.map(({ documentId, start, end, grade }) => ({
    ...{ documentId, grade },
    text: texts.get(documentId)?.slice(start, end),
  })),
});
