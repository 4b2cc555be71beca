import { announces } from './announces.ts';
import type { Candidate } from './candidates.ts';
import { groupBy } from './group-by.ts';
import type { Focus, ParsedQuestion } from './parse-question.ts';
import { names, type Scored } from './score-candidate.ts';
import type { Selection } from './selection.ts';

const most = { items: 10, rows: 6 } as const;
/** A list must speak to the question nearly as well as the best single statement. */
const listMargin = 0.3;
/** A list under a heading or a lead-in that names what was asked is preferred. */
const headedBonus = 0.4;
/** Share of what was asked that must stand in the heading or lead-in of a list that is counted. */
const countable = 0.75;

/** When the best statement only announces a list or a table, the list is the answer. */
export function announcedList(scored: readonly Scored[], best: Scored): Selection | null {
  if (!announces(best.candidate)) return null;
  const { source, quote } = best.candidate;
  const items = scored.filter(
    ({ candidate }) => candidate.source === source && candidate.leadIn?.quote === quote,
  );
  if (items.length === 0) return null;
  return { kind: 'list', parts: items.slice(0, most.items), best };
}

/** The list or table that speaks best to the question; `null` when a single statement does so clearly better. */
export function selectList(
  scored: readonly Scored[],
  best: Scored,
  { form, foci }: ParsedQuestion,
): Selection | null {
  let chosen: { items: readonly Scored[]; value: number } | null = null;
  for (const [group, items] of groupBy(scored, ({ candidate }) => candidate.group)) {
    if (group === null || items.length < 2) continue;
    const mean = items.reduce((sum, { score }) => sum + score, 0) / items.length;
    const top = Math.max(...items.map(({ score }) => score));
    const value = 0.6 * mean + 0.4 * top + headedBonus * headed(items[0]!.candidate, foci);
    if (!chosen || value > chosen.value) chosen = { items, value };
  }
  if (!chosen || chosen.value < best.score - listMargin) return null;
  // Items are counted only where the list is said to be one of what was asked.
  if (form === 'count' && headed(chosen.items[0]!.candidate, foci) < countable) return null;
  const limit = chosen.items[0]!.candidate.kind === 'row' ? most.rows : most.items;
  const strongest = chosen.items.toSorted((a, b) => b.score - a.score)[0]!;
  return { kind: 'list', parts: chosen.items.slice(0, limit), best: strongest };
}

/** Share of what was asked that the list's heading or lead-in names. */
function headed({ leadIn, home }: Candidate, foci: readonly Focus[]): number {
  const asked = foci.filter(({ formal }) => !formal);
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  const named = asked.reduce(
    (sum, focus) =>
      sum + focus.weight * Math.max(names(home.heading, focus), leadIn ? names(leadIn, focus) : 0),
    0,
  );
  return named / total;
}
