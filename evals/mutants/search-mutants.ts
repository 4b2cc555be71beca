import type { SearchMutant } from './mutant.ts';

const defect = (
  name: string,
  killers: readonly string[],
  change: Pick<SearchMutant, 'ask' | 'rank'>,
): SearchMutant => ({
  ...{ name, area: 'retrieval' },
  killers: killers.map((metric) => `retrieval.${metric}`),
  ...change,
});

/** Letters of a text added up: an arbitrary choice that is the same every time. */
const sumOf = (text: string): number =>
  Array.from(text).reduce((sum, one) => sum + one.codePointAt(0)!, 0);

/** Defects of the search. Each mutant is made anew for a run, for some remember what they were asked. */
export function searchMutants(): readonly SearchMutant[] {
  let last = { text: 'Kafka' };
  return [
    defect('loses the best passage', ['recall@1', 'mrr@10', 'hit@5'], {
      rank: (chunks) => chunks.slice(1),
    }),
    defect('ranks backwards', ['recall@1', 'mrr@10', 'ndcg@10'], {
      rank: (chunks) => chunks.toReversed(),
    }),
    defect('swaps the two best', ['recall@1', 'mrr@10', 'ndcg@10'], {
      rank: ([first, second, ...rest]) =>
        first && second ? [second, first, ...rest] : first ? [first] : [],
    }),
    defect('finds one passage only', ['recall@5', 'facts@5'], {
      rank: (chunks) => chunks.slice(0, 1),
    }),
    defect('is flooded by copies of the best', ['recall@5', 'facts@5', 'ndcg@10'], {
      rank: (chunks) => chunks.map(() => chunks[0]!),
    }),
    defect('has an index of the English documents', ['hit@5', 'recall@5'], {
      rank: (chunks) => chunks.filter(({ document }) => document.language !== 'fr'),
    }),
    defect('has a stale index, a quarter missing', ['recall@5', 'hit@5'], {
      rank: (chunks) => chunks.filter(({ document }) => sumOf(document.id) % 4 !== 0),
    }),
    defect('reads the first word only', ['recall@5', 'hit@5'], {
      ask: (query) => ({ ...query, text: query.text.split(' ')[0]! }),
    }),
    defect('answers the question before', ['hit@5', 'recall@5'], {
      ask: (query) => {
        const before = last;
        last = { text: query.text };
        return before;
      },
    }),
    defect('finds the same for every question', ['hit@5', 'recall@5'], {
      ask: () => ({ text: 'Qu’est-ce que Kafka ?' }),
    }),
    defect('sorts by document', ['ndcg@10', 'mrr@10', 'recall@1'], {
      rank: (chunks) => chunks.toSorted((a, b) => a.chunk.id.localeCompare(b.chunk.id)),
    }),
    defect('shows the other half of the list', ['hit@5', 'recall@5'], {
      rank: (chunks) => [...chunks.slice(5), ...chunks.slice(0, 5)],
    }),
  ];
}
