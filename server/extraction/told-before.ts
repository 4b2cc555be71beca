import type { QuestionMatch } from '../retrieval/expected/create-question-matcher.ts';
import type { ParsedQuestion } from './parse-question.ts';
import type { Scored } from './score-candidate.ts';
import type { Selection } from './selection.ts';

/** The expected question that was asked before, as far as it matters here. */
type Before = Pick<QuestionMatch, 'strength' | 'title' | 'quotations'>;

/** How sure it must be that the question before was an expected one for its answer to count as given. */
const sure = 0.5;

/**
 * Leaves out what answered the question before, beside the best statement: who asks for more has read it. An example of
 * what was told may stand in it, so that questions for one lose nothing.
 */
export function withoutToldBefore(
  selection: Selection,
  before: Before | null,
  { form }: Pick<ParsedQuestion, 'form'>,
): Selection {
  const { kind, parts, best } = selection;
  if (!before || before.strength < sure || kind !== 'statements' || form === 'example') {
    return selection;
  }
  const kept = parts.filter((part) => part === best || !isTold(part, before));
  return { kind, parts: kept, best };
}

const isTold = ({ candidate: { quote, home } }: Scored, { title, quotations }: Before): boolean =>
  home.document === title &&
  quotations.some((quotation) => quotation.includes(quote) || quote.includes(quotation));
