import type { ParsedQuestion } from './parse-question.ts';
import { caseLike } from './scope.ts';
import type { Scored } from './score-candidate.ts';
import type { Selection } from './selection.ts';

const mostCases = 4;
/** Share of the best case's score that a further case must reach. */
const nearBest = 0.85;

/** True for "Quels projets …", "Which scenarios …": the answer names cases. */
export const asksForCases = ({ form, folded }: ParsedQuestion): boolean =>
  (form === 'which' || form === 'list') &&
  /\b(?:quels?|quelles?|which|what|lesquels?)\s+(?:des\s+|of the\s+)?(?:scenarios?|projets?|projects?|entreprises?|companies|company|cas|case|cases|exercices?|lecons?|lessons?)\b/.test(
    folded,
  );

/** One statement per case, which it names; `null` when no source is about one. */
export function selectCases(ranked: readonly Scored[]): Selection | null {
  const byCase = new Map<string, Scored>();
  const cases = ranked.filter(({ candidate }) => caseLike.test(candidate.home.folded));
  const best = cases[0];
  if (!best) return null;
  for (const one of cases) {
    const { document, section } = one.candidate.home;
    const key = `${document}\n${section.split(' › ')[0]}`;
    if (one !== best && one.score < nearBest * best.score) break;
    if (!byCase.has(key)) byCase.set(key, one);
  }
  return { kind: 'cases', parts: [...byCase.values()].slice(0, mostCases), best };
}
