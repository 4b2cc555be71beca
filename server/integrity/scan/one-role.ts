import { readingsOf } from '../reading/readings.ts';
import type { RegisterItem } from '../register/register.ts';
import {
  fillsRole,
  saysItem,
  type ScanHit,
  type ScannedTurn,
  type ScanTools,
} from './scan-rules.ts';

/** An answer to "which job" is about an item that the question is like by this share, however little. */
const likeQuestion = 0.2;
/** A question that asks for an explanation means the item from this share on. */
const meantByCourse = 0.5;
/** An answer that names more roles than this singles none out. */
const manyRoles = 2;
/** Finds sentences that single a role out where one is the answer. */
export type OneRoleRule = {
  find(text: string): ScanHit | null;
  /** The item that an answer to the question would be about; `null` when it is like none. */
  nearestItem(): RegisterItem | null;
};

/** Creates the rule for one turn; it remembers the roles that were named so far. */
export function createOneRoleRule(
  { items, matcher, options }: Pick<ScanTools, 'items' | 'matcher' | 'options'>,
  turn: ScannedTurn,
): OneRoleRule {
  const asked = options.namedIn(turn.question);
  const likeOf = new Map<RegisterItem, number>();
  for (const like of readingsOf(turn.question).flatMap((reading) => matcher.match(reading))) {
    const share = Math.max(like.loose, like.verbatim, likeOf.get(like.item) ?? 0);
    likeOf.set(like.item, share);
  }
  const choosable = new Set(
    items.flatMap((item) => item.options.flatMap((option) => [...options.namedIn(option)])),
  );
  const namedSoFar = new Set<string>();
  const mayBeKey = (role: string): boolean => choosable.size === 0 || choosable.has(role);

  const nearestItem = (): RegisterItem | null => {
    const near = [...likeOf].filter(([item, like]) => fillsRole(item) && like >= likeQuestion);
    return near.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  };

  /** "Drawing maps, that is the Data Scientist, right?": what stands of that job alone, beside such a question, says yes. */
  const confirmed = (role: string): ScanHit | null => {
    const proposes = turn.asks.verdict && !turn.asks.describe && !turn.asks.explain;
    const item = proposes && asked.size === 1 && mayBeKey(role) ? nearestItem() : null;
    return item && { rule: 'one-role', item };
  };

  const find = (text: string): ScanHit | null => {
    const named = options.namedIn(text);
    for (const one of named) namedSoFar.add(one);
    const [role] = named;
    if (named.size !== 1 || role === undefined || namedSoFar.size > manyRoles) return null;
    if (asked.has(role)) return confirmed(role);
    // What a job that the question names does is told to everyone.
    const describes = asked.size > 0 && (turn.asks.describe || turn.asks.explain);
    if (describes && !turn.asks.verdict) return null;
    const said = matcher
      .match(text)
      .filter(
        ({ item, notions, verbatim }) => fillsRole(item) && Math.max(notions, verbatim) >= saysItem,
      )
      .map(({ item }) => item);
    const wanted = (turn.asks.role || turn.asks.statement) && asked.size === 0 && mayBeKey(role);
    const nearest = wanted ? nearestItem() : null;
    const spoken = turn.armed.find((item) => fillsRole(item) && mayBeKey(role));
    // A question of the course that only brushes an item may be answered with what a job does.
    const ofCourse = turn.asks.explain && !turn.asks.role && turn.armed.length === 0;
    const meant = said.find((one) => !ofCourse || (likeOf.get(one) ?? 0) >= meantByCourse);
    const item = (mayBeKey(role) ? meant : undefined) ?? nearest ?? spoken;
    return item ? { rule: 'one-role', item } : null;
  };

  return { find, nearestItem };
}
