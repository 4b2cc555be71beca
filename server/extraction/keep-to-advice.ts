import type { Candidate } from './candidates.ts';
import type { ParsedQuestion } from './parse-question.ts';

const asksWhenNot =
  /\b(?:(?:quand|dans quels? cas) (?:ne |n'|eviter)|when (?:not|should (?:i|we|you) (?:not|avoid)|shouldn't))/;
const advisesAgainst =
  /\b(?:deconseill\w*|inutile|convient (?:mal|pas|guere)|n'est (?:pas|aucune)|pas (?:besoin|utile|necessaire)|n'a pas besoin|eviter|evitez|suffit|plus simplement|ne (?:convient|sert|garantit|protege))\b/;

/** Keeps, where a question asks when a thing is not to be used, to statements that advise against something. */
export function keepToAdvice(
  candidates: readonly Candidate[],
  { folded }: Pick<ParsedQuestion, 'folded'>,
): readonly Candidate[] {
  if (!asksWhenNot.test(folded)) return candidates;
  return candidates.filter((candidate) => advisesAgainst.test(candidate.folded));
}
