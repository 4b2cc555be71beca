import type { Pointed } from './pointed.ts';
import type { Scored } from './score-candidate.ts';
import type { Selection } from './selection.ts';

/** What a match needs to be the answer by itself. */
const strongEnough = 0.35;
/** What the statements' own score weighs beside how near the question is. */
const ownWeight = 1.5;

/** The statements of the expected question that was most probably asked; `null` when none is probable enough. */
export function selectExpected(
  pointed: readonly Pointed[],
  scored: readonly Scored[],
): Selection | null {
  const byCandidate = new Map(scored.map((one) => [one.candidate, one]));
  const ranked = pointed
    .map(({ match, candidates }) => {
      const parts = candidates.flatMap((candidate) => byCandidate.get(candidate) ?? []);
      const best = parts.reduce<Scored | null>((a, b) => (a && a.score >= b.score ? a : b), null);
      return { match, parts, best, value: match.nearness + ownWeight * (best?.score ?? 0) };
    })
    .sort((a, b) => b.value - a.value);
  const [first] = ranked;
  if (!first?.best || first.match.strength < strongEnough) return null;
  const { parts, best } = first;
  const groups = new Set(parts.map(({ candidate }) => candidate.group));
  const list = parts.length > 2 && groups.size <= 2 && parts.at(-1)!.candidate.group !== null;
  return {
    kind: list ? 'list' : 'statements',
    parts: list ? parts.filter(({ candidate }) => candidate.group !== null) : parts,
    best,
  };
}
