import { announces, asksReader } from './announces.ts';
import type { Candidate } from './candidates.ts';
import { hasNoAntecedent, leansBack } from './leans-back.ts';
import type { Form } from '../language/question-forms.ts';
import type { Scored } from './score-candidate.ts';
import type { Selection } from './selection.ts';

/** Statements at most: one fact wants few, an open question more. */
const mostStatements = 5;
const mostByForm: Partial<Readonly<Record<Form, number>>> = {
  count: 2,
  duration: 2,
  when: 2,
  who: 3,
  definition: 4,
};
/** Beside a duration, a statement without one adds nothing. */
const slotOnly: ReadonlySet<Form> = new Set(['duration']);
/** Characters that an answer of single statements may have before another one is left out. */
const shortAnswer = 600;
/** A further statement must come this near to the best one. */
const nearBest = 0.6;
/** What the neighbour of the best statement gains: the next sentence often completes it. */
const neighbourBonus = 1;
/** Candidates looked at for a place beside the best one. */
const considered = 14;

/** The best statement and those that come near it without saying the same. */
export function selectStatements(ranked: readonly Scored[], best: Scored, form: Form): Selection {
  const antecedent = antecedentOf(best, ranked);
  const parts = antecedent ? [antecedent, best] : [best];
  let length = parts.reduce((sum, { candidate }) => sum + candidate.shown.length, 0);
  for (const { one, value } of besideBest(ranked, best)) {
    if (parts.length >= (mostByForm[form] ?? mostStatements)) break;
    const { candidate } = one;
    if (value < nearBest * best.score || candidate.kind === 'code') continue;
    if (announces(candidate) || (slotOnly.has(form) && best.fit > 0 && one.fit === 0)) continue;
    if (hasNoAntecedent(candidate, parts) || asksReader(candidate)) continue;
    if (length + candidate.shown.length > shortAnswer) continue;
    if (parts.some((part) => overlap(part.candidate, candidate) > 0.6)) continue;
    parts.push(one);
    length += candidate.shown.length;
  }
  return { kind: 'statements', parts: inReadingOrder(parts, best), best };
}

/**
 * Adds, to an answer that stands, further statements from a list, best first, while the whole stays short: those near
 * the answer's source that say something else.
 */
export function fillUp(
  parts: readonly Scored[],
  others: readonly Scored[],
  { enough, most }: { readonly enough: number; readonly most: number },
): readonly Scored[] {
  const filled = [...parts];
  let length = parts.reduce((sum, { candidate }) => sum + candidate.shown.length, 0);
  for (const one of others.slice(0, considered)) {
    const { candidate } = one;
    if (filled.length >= most) break;
    if (length + candidate.shown.length > enough || candidate.kind === 'code') continue;
    if (hasNoAntecedent(candidate, filled) || asksReader(candidate)) continue;
    if (announces(candidate) || filled.some((part) => overlap(part.candidate, candidate) > 0.6))
      continue;
    filled.push(one);
    length += candidate.shown.length;
  }
  return filled;
}

/** The other statements, best first, neighbours of the best one preferred. */
function besideBest(ranked: readonly Scored[], { candidate: { source, at } }: Scored) {
  const bonus = ({ candidate }: Scored): number =>
    candidate.source === source ? neighbourBonus / Math.max(1, Math.abs(candidate.at - at)) : 0;
  return ranked
    .slice(1)
    .map((one) => ({ one, value: one.score + bonus(one) }))
    .sort((a, b) => b.value - a.value || a.one.candidate.at - b.one.candidate.at)
    .slice(0, considered);
}

/** The best statement, then the others of its source, then the rest; within a source as the course has it. */
const inReadingOrder = (parts: readonly Scored[], best: Scored): readonly Scored[] =>
  parts.toSorted((a, b) => {
    const place = (part: Scored) =>
      part === best || isBefore(part, best)
        ? 0
        : part.candidate.source === best.candidate.source
          ? 1
          : 2;
    return place(a) - place(b) || a.candidate.at - b.candidate.at;
  });

/** The statement that a best one beginning with a pronoun goes on from. */
const antecedentOf = (best: Scored, ranked: readonly Scored[]): Scored | undefined =>
  leansBack(best.candidate)
    ? ranked.find((one) => isBefore(one, best) && !announces(one.candidate))
    : undefined;

const isBefore = ({ candidate: { quote, source } }: Scored, { candidate }: Scored): boolean =>
  source === candidate.source && leansBack(candidate) && quote === candidate.before?.quote;

/** Share of the shorter statement's stems that the other has too. */
function overlap(a: Candidate, b: Candidate): number {
  const [small, large] = a.own.set.size < b.own.set.size ? [a, b] : [b, a];
  if (small.own.set.size === 0) return 1;
  return [...small.own.set].filter((stem) => large.own.set.has(stem)).length / small.own.set.size;
}
