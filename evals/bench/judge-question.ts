import type { QuestionCase } from '../cases/load-cases.ts';
import { statesFact } from '../scorers/facts.ts';
import { judgeRanking, type RankingScores } from '../scorers/judge-ranking.ts';
import type { RetrievalQuery } from '../../server/retrieval/retriever.ts';
import type { Chunk } from '../../server/documents/document.ts';
import type { Course } from './course.ts';
import type { SearchSystem } from './search-system.ts';
import { tutorQuery } from './tutor-queries.ts';

/** A question, what the tutor searched for, and how each system found its gold. */
export type JudgedQuestion = {
  readonly question: QuestionCase;
  /** `null` where the tutor searches nothing: every system then found nothing. */
  readonly query: RetrievalQuery | null;
  /** By the name of the system. */
  readonly scores: ReadonlyMap<string, RankingScores>;
  /** What the first system found, best first. */
  readonly found: readonly Chunk[];
};

/** Lets every system search for what the tutor would search for, and judges the rankings by the question's gold. */
export async function judgeQuestion(
  question: QuestionCase,
  systems: readonly SearchSystem[],
  course: Pick<Course, 'tools'> & { readonly tutor: Pick<Course['tutor'], 'opened'> },
): Promise<JudgedQuestion> {
  const { chunks, documents } = course.tutor.opened.index;
  const { gold, turns, nuggets } = question;
  const texts = gold.map(({ documentId, start, end }) =>
    documents.get(documentId)!.text.slice(start, end),
  );
  // A fact that only several places state together has no home: it is left to the answers to judge.
  const facts = nuggets
    .filter(({ importance }) => importance === 'vital')
    .map((nugget) => texts.flatMap((text, at) => (statesFact(text, nugget) ? [at] : [])))
    .filter((homes) => homes.length > 0);
  const query = await tutorQuery(turns, course);
  const scores = new Map<string, RankingScores>();
  const rankings: (readonly Chunk[])[] = [];
  for (const { name, search } of systems) {
    const ranking = query ? (await search(query, 10)).map((at) => chunks[at]!) : [];
    rankings.push(ranking);
    scores.set(name, judgeRanking({ ranking, gold, facts, passages: chunks }));
  }
  return { question, query, scores, found: rankings[0] ?? [] };
}
