import type { QuestionMatch } from '../retrieval/expected/create-question-matcher.ts';
import { neededSign } from './form-signs.ts';
import type { ParsedQuestion } from './parse-question.ts';
import type { Scored } from './score-candidate.ts';
import { slotForms } from './slot-forms.ts';

/** What the expected question nearest to a student's says for and against an answer. */
export type ExpectedEvidence = {
  /** Log-odds that it is what was asked, from -4 to 4. */
  readonly match: number;
  /** Share of the question that the expected question, its answer and their titles name, 0 to 1. */
  readonly explained: number;
  /** Weight of the heaviest particular word that no expected question holds, 0 to 1. */
  readonly strange: number;
  /** 1 when a number, a duration, a date or a person was asked for and no wording asks for one. */
  readonly slotUnexpected: number;
  /** 1 when a number, a date, a price or a name was asked for and no statement that names the subject holds one. */
  readonly slotUnbound: number;
  /** 1 when a reason was asked for and no wording asks for one. */
  readonly whyUnexpected: number;
};

/** Share of the question that a statement must name itself for its number or name to be the one asked for. */
const half = 0.5;

/** Beyond this, in either direction, a match is as sure as it gets. */
const surest = 4;

/** Gathers it; without a match, as the least likely one. */
export function expectedEvidence(
  match: QuestionMatch | null,
  { form, folded }: Pick<ParsedQuestion, 'form' | 'folded'>,
  parts: readonly Scored[],
): ExpectedEvidence {
  const unexpected = (match?.features.anyForm ?? 0) < 1;
  const bound = parts.filter(({ own }) => own >= half);
  const needed = neededSign(folded);
  const unbound = needed
    ? !bound.some(({ candidate }) => needed(candidate))
    : slotForms.has(form) && !bound.some(({ fit }) => fit > 0);
  const odds = match ? Math.log(match.strength / (1 - match.strength)) : -surest;
  return {
    match: Math.max(-surest, Math.min(surest, odds)),
    explained: match?.features.explained ?? 0,
    strange: match?.features.strange ?? 1,
    slotUnexpected: unexpected && slotForms.has(form) ? 1 : 0,
    slotUnbound: unbound ? 1 : 0,
    whyUnexpected: unexpected && form === 'why' ? 1 : 0,
  };
}
