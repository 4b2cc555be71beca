import type { QuestionMatch } from '../retrieval/expected/create-question-matcher.ts';
import type { Candidate } from './candidates.ts';

/** An expected question with the statements of the sources that answer it. */
export type Pointed = {
  readonly match: QuestionMatch;
  /** Never empty; in the order of its quotations. */
  readonly candidates: readonly Candidate[];
};

/** The statements that expected questions point at; a question of which a quotation is in no source is left out. */
export function pointedAt(
  matches: readonly QuestionMatch[],
  candidates: readonly Candidate[],
): readonly Pointed[] {
  return matches.flatMap((match) => {
    const inside = candidates.filter(({ home }) => home.document === match.title);
    const found = match.quotations.map((quotation) =>
      inside.filter(({ quote }) => quotation.includes(quote) || quote.includes(quotation)),
    );
    if (found.some(({ length }) => length === 0)) return [];
    return [{ match, candidates: [...new Set(found.flat())] }];
  });
}
