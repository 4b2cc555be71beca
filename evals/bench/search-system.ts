import type { RetrievalQuery } from '../../server/retrieval/retriever.ts';

/** Something that ranks passages, for comparison on the same passages in the same run. */
export type SearchSystem = {
  readonly name: string;
  /** Positions of the best passages, best first, at most `limit`. */
  search(query: RetrievalQuery, limit: number): Promise<readonly number[]>;
};

/** What a search library is given to index. */
export type TitledText = { readonly title: string; readonly text: string };

/** A query as one text, for libraries that know no context: they get the same words as ours. */
export const asText = ({ text, context }: RetrievalQuery): string =>
  context ? `${context.text} ${text}` : text;
