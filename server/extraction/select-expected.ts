import type { QuestionMatch } from '../retrieval/expected/create-question-matcher.ts';
import { askedThing, headIsAsked } from './asked-head.ts';
import { countsOther } from './counts-other.ts';
import type { ParsedQuestion } from './parse-question.ts';
import { pickItem } from './pick-item.ts';
import type { Pointed } from './pointed.ts';
import type { Scored } from './score-candidate.ts';
import { fillUp } from './select-statements.ts';
import type { Selection } from './selection.ts';
import { slotForms } from './slot-forms.ts';

/** What a match needs to be the answer by itself; less where it tells of the very thing that was asked about. */
const strongEnough = { usually: 0.2, headed: 0.1 } as const;
/** What the statements' own score weighs beside how near the question is. */
const ownWeight = 1.5;
/** What an answer gains that is told under the very name of what was asked about. */
const headed = 1;
/** What one loses that gives no number, duration, date or person where one was asked for and none was expected. */
const noSlot = 2;
/** Probability from which a match is sure. */
const sure = 0.6;
/** A second question this much less near is told as well, while there is room. */
const alsoNear = { sure: 1, unsure: 2.5 } as const;
/** Share of the probability that it must have for that. */
const leastShare = 0.12;
/** Share of the best statement's score that a further one must reach. */
const nearBest = 0.88;
/** Characters beyond which nothing is added to what the expected question points at. */
const enough = 520;
const mostParts = 5;

/** The statements of the expected question that was most probably asked; `null` when none is probable enough. */
export function selectExpected(
  pointed: readonly Pointed[],
  scored: readonly Scored[],
  question: ParsedQuestion,
): { readonly selection: Selection; readonly match: QuestionMatch } | null {
  const byCandidate = new Map(scored.map((one) => [one.candidate, one]));
  const ranked = pointed
    .map(({ match, candidates }) => {
      const parts = candidates.flatMap((candidate) => byCandidate.get(candidate) ?? []);
      const best = parts.reduce<Scored | null>((a, b) => (a && a.score >= b.score ? a : b), null);
      const isHeaded = areHeaded(parts, question);
      return {
        ...{ match, parts, best, isHeaded },
        value:
          match.nearness +
          ownWeight * (best?.score ?? 0) +
          (isHeaded ? headed : 0) -
          (lacksSlot(parts, match, question) ? noSlot : 0),
      };
    })
    .sort((a, b) => b.value - a.value);
  const [first] = ranked;
  if (!first?.best) return null;
  const least = first.isHeaded ? strongEnough.headed : strongEnough.usually;
  if (first.match.strength < least) return null;
  const { parts, best, match } = first;
  const only = pickItem(parts, question);
  if (only) return { match, selection: { kind: 'statements', parts: [only], best: only } };
  const items = parts.filter(({ candidate }) => candidate.group !== null);
  if (items.length > 1 && items.length >= parts.length - 1) {
    // Rows of two tables have no heading in common.
    const one = items.every(({ candidate }) => candidate.group === items[0]!.candidate.group);
    return { match, selection: { kind: one ? 'list' : 'sides', parts: items, best } };
  }
  const room = match.strength >= sure ? alsoNear.sure : alsoNear.unsure;
  const also = ranked
    .slice(1)
    .filter(
      (one) =>
        one.value > first.value - room &&
        one.match.share >= leastShare &&
        // Beside what is told under the very name that was asked about, other names are beside the point.
        (!first.isHeaded || one.isHeaded),
    )
    .flatMap((one) => one.parts);
  const near = scored
    .filter(
      ({ score, candidate }) =>
        score >= nearBest * best.score && candidate.home.document === best.candidate.home.document,
    )
    .toSorted((a, b) => b.score - a.score);
  const others = [...also, ...near];
  const filled = fillUp(parts, others, { enough, most: mostParts });
  return { match, selection: { kind: 'statements', parts: filled, best } };
}

/** True when a statement has what was asked about as its head; of a comparison, when each side is a head. */
function areHeaded(parts: readonly Scored[], question: ParsedQuestion): boolean {
  const things = question.sides ?? [askedThing(question)];
  return things.every((thing) => parts.some(({ candidate }) => headIsAsked(candidate, thing)));
}

const lacksSlot = (
  parts: readonly Scored[],
  { features }: QuestionMatch,
  question: ParsedQuestion,
): boolean =>
  countsOther(parts, question) ||
  (slotForms.has(question.form) &&
    features.anyForm < 1 &&
    parts.every(({ fit, own }) => fit === 0 || own === 0));
