import type { PublicIndex } from '../../server/retrieval/public-index.ts';
import { createGlossary } from '../../server/retrieval/glossary.ts';
import type { QueryTools } from '../../server/retrieval/query.ts';
import { type ChannelWeights, offlineWeights } from '../../server/retrieval/search.ts';
import { weightedSearch } from './our-search.ts';
import type { SearchSystem } from './search-system.ts';

/** Our search with one part taken away at a time; each name begins with a minus sign. */
export function ablations(index: PublicIndex, tools: QueryTools): readonly SearchSystem[] {
  const channels = Object.keys(offlineWeights) as (keyof ChannelWeights)[];
  const without = (name: string, kept: QueryTools) =>
    weightedSearch(`− ${name}`, { index, tools: kept, weights: offlineWeights });
  return [
    ...channels.map((channel) =>
      weightedSearch(`− ${channel}`, {
        index,
        tools,
        weights: { ...offlineWeights, [channel]: 0 },
      }),
    ),
    without('glossary', { ...tools, glossary: createGlossary([], tools.analyzer) }),
    without('lexicon', { ...tools, lexicon: createGlossary([], tools.analyzer) }),
    without('spelling', {
      ...tools,
      speller: { knows: () => true, stemsOf: () => [], correct: () => null },
    }),
    {
      ...without('context', tools),
      search: ({ text }, limit) => without('context', tools).search({ text }, limit),
    },
  ];
}
