import type { ParsedQuestion } from './parse-question.ts';
import { names, type Scored } from './score-candidate.ts';

const counted =
  /\b(?:combien (?:de |d')|cb (?:de |d')|how many |nombre (?:de |d'))(?:autres? |other )?([\p{L}\p{N}]+)/u;

/**
 * True when a list answers a question for a number and is one of other things: "Un test se déroule en six étapes" counts no
 * users, though an item of it may name them.
 */
export function countsOther(
  parts: readonly Scored[],
  { form, folded, foci }: ParsedQuestion,
): boolean {
  const noun = counted.exec(folded)?.[1];
  const focus = foci.find(({ word, formal }) => word === noun && !formal);
  const items = parts.filter(({ candidate }) => candidate.group !== null);
  if (form !== 'count' || !focus || items.length < 2) return false;
  return items.every(({ candidate: { leadIn, home, cells } }) => {
    const named = Math.max(leadIn ? names(leadIn, focus) : 0, names(home.heading, focus));
    return named === 0 && cells.length === 0;
  });
}
