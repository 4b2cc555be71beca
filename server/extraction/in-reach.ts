import type { QuestionMatch } from '../retrieval/expected/create-question-matcher.ts';
import type { Candidate } from './candidates.ts';
import { keepToAdvice } from './keep-to-advice.ts';
import { keepFromExam } from './keep-from-exam.ts';
import { keepToName } from './keep-to-name.ts';
import type { ParsedQuestion } from './parse-question.ts';
import { pointedAt } from './pointed.ts';
import { inScope, numberedCases } from './scope.ts';

/** Probability from which an expected question says better than a name where the answer stands. */
const sure = 0.5;

/**
 * The statements that may answer: those of the case or the company that the question names, none where the exam is asked
 * about, and only warnings where it asks when not to use a thing. An expected question that is surely meant and knows
 * every name in it reaches beyond the name: the lesson that computes an example for SkyAir is not SkyAir's scenario.
 */
export function inReach(
  all: readonly Candidate[],
  question: ParsedQuestion,
  matches: readonly QuestionMatch[],
): readonly Candidate[] {
  const candidates = keepToAdvice(keepFromExam(all, question), question);
  const kept = keepToName(inScope(candidates, question), question);
  const [first] = matches;
  if (!first || first.strength < sure || first.features.missing > 0) return kept;
  if (numberedCases(question.folded).length > 0) return kept;
  const [pointed] = pointedAt([first], candidates);
  return pointed?.candidates.some((one) => !kept.includes(one)) ? candidates : kept;
}
