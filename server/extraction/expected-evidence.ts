import type { QuestionMatch } from '../retrieval/expected/create-question-matcher.ts';
import { fold } from './candidates.ts';
import { measuresIn } from './measures.ts';
import type { ParsedQuestion } from './parse-question.ts';
import { slotForms } from './slot-forms.ts';

/** What the expected questions nearest to a student's say for and against an answer. */
export type ExpectedEvidence = {
  /** Log-odds that the nearest one is what was asked, from -4 to 4. */
  readonly match: number;
  /** Share of the question that its answer names, 0 to 1: where the wordings name less, it is of the subject and no more. */
  readonly quoted: number;
  /** Weight that the question and its nearest wording share; not bounded. */
  readonly shared: number;
  /** Greatest share of the question that any of the nearest ones, with its answer and titles, names, 0 to 1. */
  readonly explained: number;
  /** Weight of the heaviest particular word that no expected question holds, 0 to 1. */
  readonly strange: number;
  /** 1 when a number, a duration, a date or a person was asked for and no wording asks for one. */
  readonly slotUnexpected: number;
  /** 1 when a size, a price, a date or another measure was asked for that neither a wording nor its answer names. */
  readonly measureUnexpected: number;
  /** 1 when a reason was asked for and no wording asks for one. */
  readonly whyUnexpected: number;
};

/** Beyond this, in either direction, a match is as sure as it gets. */
const surest = 4;

/**
 * Gathers it; without a match, as the least likely one.
 * @param match the expected question that is answered, else the nearest one
 * @param nearest all that are near
 */
export function expectedEvidence(
  match: QuestionMatch | null,
  nearest: readonly QuestionMatch[],
  { form, folded }: Pick<ParsedQuestion, 'form' | 'folded'>,
): ExpectedEvidence {
  const unexpected = (match?.features.anyForm ?? 0) < 1;
  const odds = match ? Math.log(match.strength / (1 - match.strength)) : -surest;
  const told = match
    ? measuresIn(fold([...match.question.asks, ...match.quotations].join('\n')))
    : [];
  const measures = measuresIn(folded);
  return {
    match: Math.max(-surest, Math.min(surest, odds)),
    quoted: match?.features.quoted ?? 0,
    shared: match?.features.shared ?? 0,
    explained: Math.max(0, ...nearest.map(({ features }) => features.explained)),
    strange: match?.features.strange ?? 1,
    slotUnexpected: unexpected && slotForms.has(form) ? 1 : 0,
    measureUnexpected: measures.some((kind) => !told.includes(kind)) ? 1 : 0,
    whyUnexpected: unexpected && form === 'why' ? 1 : 0,
  };
}
