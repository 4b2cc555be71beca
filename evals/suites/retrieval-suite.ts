import { judgeQuestion } from '../bench/judge-question.ts';
import type { SearchSystem } from '../bench/search-system.ts';
import type { Course } from '../bench/course.ts';
import { loadCases } from '../cases/load-cases.ts';
import { covers } from '../scorers/relevance.ts';
import type { CaseSuite, Metric } from './case-suite.ts';
import { questionContent } from './question-content.ts';
import { measure } from './scores.ts';

const names = ['recall@1', 'recall@5', 'facts@5', 'hit@5', 'mrr@10', 'ndcg@10', 'fact-ndcg@10'];

const metrics: readonly Metric[] = names.map((name) => ({
  name: `retrieval.${name}`,
  kind: name.startsWith('hit') ? 'verdict' : 'mean',
  better: 'higher',
}));

/** Whether the tutor's own search, asked as the tutor asks it, finds the gold of each question. */
export const retrievalSuite: CaseSuite = {
  name: 'retrieval',
  asksModel: false,
  metrics,
  async prepare(course, split) {
    const { questions } = await loadCases(split, course.documents);
    const texts = new Map(course.documents.map(({ id, text }) => [id, text]));
    const system = searchOf(course);
    return questions.map((question) => ({
      ...{ id: question.id, split, lang: question.lang, tags: question.tags },
      ...{ turns: question.turns, content: questionContent(question, texts) },
      cluster: question.gold[0]!.documentId,
      async run() {
        const started = performance.now();
        const { scores, found } = await judgeQuestion(question, [system], course);
        const totalMs = performance.now() - started;
        const of = scores.get(system.name)!;
        const missed = question.gold.filter(
          (place) => !found.slice(0, 5).some((passage) => covers(passage, place)),
        );
        const evidence = missed.length > 0 ? { missed } : undefined;
        return {
          output: {
            ...{ decision: 'retrieve', text: '', citations: [] },
            retrieved: found.map(({ documentId: doc, start, end, headings }, at) => ({
              ...{ doc, start, end, rank: at + 1 },
              section: headings.join(' › '),
            })),
          },
          scores: [
            measure('retrieval.recall@1', of.recall[1]),
            measure('retrieval.recall@5', of.recall[5], evidence),
            measure('retrieval.facts@5', of.facts[5], evidence),
            measure('retrieval.hit@5', of.hit[5]),
            measure('retrieval.mrr@10', of.mrr),
            measure('retrieval.ndcg@10', of.ndcg),
            measure('retrieval.fact-ndcg@10', of.factNdcg),
          ],
          ...{ ttftMs: null, totalMs },
        };
      },
    }));
  },
};

/** The tutor's retriever as a system that ranks positions. */
function searchOf({ tutor }: Course): SearchSystem {
  const positions = new Map(tutor.opened.index.chunks.map(({ id }, at) => [id, at]));
  return {
    name: 'tutor',
    async search(query, limit) {
      const { chunks } = await tutor.trace(query, limit);
      return chunks.map(({ chunk }) => positions.get(chunk.id)!);
    },
  };
}
