import type { ParsedQuestion } from './parse-question.ts';
import type { Form } from '../language/question-forms.ts';
import type { Scored } from './score-candidate.ts';
import { asksForCases, selectCases } from './select-cases.ts';
import { selectDuration } from './select-duration.ts';
import { selectHeaded } from './select-headed.ts';
import { announcedList, selectList } from './select-list.ts';
import { selectSides } from './select-sides.ts';
import { selectStatements } from './select-statements.ts';
import { selectTail } from './select-tail.ts';
import type { Selection } from './selection.ts';

const listForms: ReadonlySet<Form> = new Set(['list', 'steps', 'count']);

/** Chooses and orders the statements that answer; `null` when there is none at all. */
export function selectAnswer(
  scored: readonly Scored[],
  question: ParsedQuestion,
): Selection | null {
  const ranked = scored.toSorted((a, b) => b.score - a.score || a.candidate.at - b.candidate.at);
  const best = ranked[0];
  if (!best) return null;
  return (
    (question.sides && selectSides(ranked, question.sides)) ||
    (asksForCases(question) && selectCases(ranked)) ||
    selectDuration(ranked, question) ||
    selectTail(ranked, question) ||
    selectHeaded(ranked, question) ||
    announcedList(scored, best) ||
    (listForms.has(question.form) && selectList(scored, best, question)) ||
    selectStatements(ranked, best, question.form)
  );
}
