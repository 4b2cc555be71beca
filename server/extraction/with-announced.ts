import { announces } from './announces.ts';
import type { Scored } from './score-candidate.ts';
import type { Selection } from './selection.ts';

/** Items that are added to a statement that announces them. */
const mostItems = 6;

/**
 * A statement that only announces is told together with what it announces, as a list where there is nothing else, or is
 * left out: "Le projet demande un seul livrable :" says nothing alone.
 */
export function withAnnounced(selection: Selection, scored: readonly Scored[]): Selection {
  const { kind, parts, best } = selection;
  if (kind === 'list' || !parts.some(({ candidate }) => announces(candidate))) return selection;
  const told = parts.flatMap((part) => {
    if (!announces(part.candidate)) return [part];
    // Those that are told stay where they are, and are told with their lead-in.
    if (parts.some((one) => isItemOf(one, part))) return [];
    return scored.filter((one) => isItemOf(one, part)).slice(0, mostItems);
  });
  const [first] = told;
  if (!first) return selection;
  const { group } = first.candidate;
  const list = group !== null && told.every(({ candidate }) => candidate.group === group);
  return {
    kind: list ? 'list' : kind,
    parts: told,
    best: told.includes(best) ? best : told.reduce((a, b) => (b.score > a.score ? b : a)),
  };
}

const isItemOf = ({ candidate }: Scored, { candidate: { source, quote } }: Scored): boolean =>
  candidate.source === source && candidate.leadIn?.quote === quote;
