import type { Candidate } from './candidates.ts';
import type { ParsedQuestion } from './parse-question.ts';

/** The exam of the course; "l'examen d'une alerte" and "l'examen mensuel" are none. */
const exam =
  /\b(?:examens?(?! (?:d'une?|des|du|mensuel|statistique|methodique|de (?:notes|donnees|la))\b)|rattrapages?|partiels|epreuve finale|(?:final |resit )?exams?|resits?)\b/;

/**
 * Nothing where a question is about the exam: how it goes is told before any statement is looked for, and what a lesson
 * says of something else, or the exam of its items, is no answer.
 */
export function keepFromExam(
  candidates: readonly Candidate[],
  { folded }: Pick<ParsedQuestion, 'folded'>,
): readonly Candidate[] {
  return exam.test(folded) ? [] : candidates;
}
