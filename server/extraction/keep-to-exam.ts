import type { Candidate } from './candidates.ts';
import type { ParsedQuestion } from './parse-question.ts';

/** The exam of the course; "l'examen d'une alerte" and "l'examen mensuel" are none. */
const exam =
  /\b(?:examens?(?! (?:d'une?|des|du|mensuel|statistique|methodique|de (?:notes|donnees|la))\b)|rattrapages?|partiels|epreuve finale|(?:final |resit )?exams?|resits?)\b/;
const examTitle = /\b(?:examens?|exams?|rattrapage)\b/;

/** Keeps, where a question is about the exam, to the documents that are one: what a lesson says of another thing answers nothing. */
export function keepToExam(
  candidates: readonly Candidate[],
  { folded }: Pick<ParsedQuestion, 'folded'>,
): readonly Candidate[] {
  if (!exam.test(folded)) return candidates;
  return candidates.filter(({ home }) => examTitle.test(home.folded));
}
