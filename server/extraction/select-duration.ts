import type { ParsedQuestion } from './parse-question.ts';
import type { Scored } from './score-candidate.ts';
import type { Selection } from './selection.ts';

/** "Durée : 45 min" is said of the whole; a latency in passing is not. */
const headed = /^\W*(?:duree|duration|temps|time|delai)\b[^:]{0,24}:/;
/** How far below the best statement it may stay. */
const margin = 0.6;

/** For "combien de temps …": the statement of the best one's document that is headed "Durée", where none is more exact. */
export function selectDuration(
  ranked: readonly Scored[],
  { form }: Pick<ParsedQuestion, 'form'>,
): Selection | null {
  const best = ranked[0];
  if (form !== 'duration' || !best) return null;
  const stated = ranked.find(
    ({ candidate, fit, own, score }) =>
      fit > 0 &&
      headed.test(candidate.folded) &&
      candidate.home.document === best.candidate.home.document &&
      own >= best.own &&
      score >= best.score - margin,
  );
  return stated ? { kind: 'statements', parts: [stated], best: stated } : null;
}
