import { analyzeQuery, type QueryTools } from './query.ts';
import type { TermWeights } from './term-weights.ts';

/** Share of a word's weight that another word for it gets, whatever list it is from. */
const otherWordShare = 0.2;

/**
 * What a question is compared with other questions by: the stems of its words and of the words that may stand for them
 * (glossary, everyday lexicon, probable spelling, both languages), each weighed by how much it tells in this course.
 * Set on `evals/grouping/questions.dev.yaml`.
 */
export function questionTerms(
  question: string,
  tools: QueryTools,
  weights: Pick<TermWeights, 'weightOf'>,
): ReadonlyMap<string, number> {
  const { terms } = analyzeQuery(question, tools);
  return new Map(
    [...terms.stems].map(([stem, weight]) => [
      stem,
      (weight < 1 ? weight * otherWordShare : 1) * Math.sqrt(weights.weightOf(stem)),
    ]),
  );
}
