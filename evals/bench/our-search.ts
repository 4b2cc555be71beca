import { createRetriever } from '../../server/retrieval/create-retriever.ts';
import { createQuestionMatcher } from '../../server/retrieval/expected/create-question-matcher.ts';
import type { PublicIndex } from '../../server/retrieval/public-index.ts';
import { analyzeQuery, type QueryTools } from '../../server/retrieval/query.ts';
import { embedTerms } from '../../server/retrieval/random-indexing.ts';
import { type ChannelWeights, searchIndex } from '../../server/retrieval/search.ts';
import type { SearchSystem } from './search-system.ts';

/** Our retriever, offline, exactly as the tutor uses it. */
export function ourSearch(index: PublicIndex, tools: QueryTools): SearchSystem {
  const { expected, documents, chunks } = index;
  const matcher = createQuestionMatcher({ expected, documents, chunks, tools });
  const retriever = createRetriever({ index, ...tools, matcher, embedder: null });
  const positions = new Map(index.chunks.map(({ id }, at) => [id, at]));
  return {
    name: 'ours',
    async search(query, limit) {
      const { chunks } = await retriever.retrieve(query, { limit });
      return chunks.map(({ chunk }) => positions.get(chunk.id)!);
    },
  };
}

/** Our search with other weights, for ablation; a channel of weight 0 gives no candidates of its own score. */
export function weightedSearch(
  name: string,
  { index, tools, weights }: WeightedSearch,
): SearchSystem {
  return {
    name,
    search: async ({ text, context }, limit) => {
      const query = analyzeQuery(text, { ...tools, ...(context && { context }) });
      const vector = embedTerms(index.keywords.stems, query.terms.stems);
      const neighbours = weights.vectors > 0 ? index.vectors.search(vector, 60) : [];
      const { passages } = searchIndex(index.keywords, query, { limit, weights, neighbours });
      return passages.map((passage) => passage.index);
    },
  };
}

type WeightedSearch = {
  readonly index: PublicIndex;
  readonly tools: QueryTools;
  readonly weights: ChannelWeights;
};
