import type { Candidate } from './candidates.ts';
import type { Form } from './question-forms.ts';
import type { Focus, ParsedQuestion } from './parse-question.ts';
import { copula, definition } from './form-signs.ts';
import { caseLike } from './scope.ts';
import { around, names, type Scored } from './score-candidate.ts';

/** The statements that make an answer, best first in what they prove, in the order in which they are shown. */
export type Selection = {
  readonly kind: 'statements' | 'list' | 'sides' | 'cases';
  readonly parts: readonly Scored[];
  /** The best statement: the one on which the decision to answer rests. */
  readonly best: Scored;
};

const most = { statements: 4, list: 10, rows: 6, cases: 4 } as const;
/** Characters that an answer of single statements may have before another one is left out. */
const shortAnswer = 600;
/** A further statement must come this near to the best one. */
const nearBest = 0.7;

const listForms: ReadonlySet<Form> = new Set(['list', 'steps', 'count']);

/** Chooses and orders the statements that answer; `null` when there is none at all. */
export function selectAnswer(
  scored: readonly Scored[],
  question: ParsedQuestion,
): Selection | null {
  const ranked = scored.toSorted((a, b) => b.score - a.score || a.candidate.at - b.candidate.at);
  const best = ranked[0];
  if (!best) return null;
  const announced = announcedList(scored, best);
  if (announced && !question.sides) return announced;
  return (
    (question.sides && selectSides(ranked, question.sides)) ||
    (asksForCases(question) && selectCases(ranked)) ||
    (listForms.has(question.form) && selectList(scored, best, question.foci)) ||
    selectStatements(ranked, best)
  );
}

function selectStatements(ranked: readonly Scored[], best: Scored): Selection {
  const parts = [best];
  let length = best.candidate.shown.length;
  for (const next of ranked.slice(1, 12)) {
    if (parts.length >= most.statements) break;
    const { candidate, score } = next;
    if (score < nearBest * best.score || candidate.kind === 'code') continue;
    if (announces(candidate)) continue;
    if (length + candidate.shown.length > shortAnswer) continue;
    if (parts.some((part) => overlap(part.candidate, candidate) > 0.6)) continue;
    parts.push(next);
    length += candidate.shown.length;
  }
  return { kind: 'statements', parts: inReadingOrder(parts, best), best };
}

/** The best statement's source first; within a source as the course has it. */
const inReadingOrder = (parts: readonly Scored[], best: Scored): readonly Scored[] =>
  parts.toSorted((a, b) => {
    const first = (part: Scored) => (part.candidate.source === best.candidate.source ? 0 : 1);
    return first(a) - first(b) || a.candidate.at - b.candidate.at;
  });

/** When the best statement only announces a list or a table, the list is the answer. */
function announcedList(scored: readonly Scored[], best: Scored): Selection | null {
  if (!announces(best.candidate)) return null;
  const items = scored.filter(({ candidate }) => candidate.leadIn?.quote === best.candidate.quote);
  if (items.length === 0) return null;
  return { kind: 'list', parts: items.slice(0, most.list), best };
}

const announces = ({ kind, shown }: Candidate): boolean =>
  kind === 'sentence' && shown.endsWith(':');

/** A list must speak to the question nearly as well as the best single statement. */
const listMargin = 0.3;
/** A list under a heading or a lead-in that names what was asked is preferred. */
const headedBonus = 0.4;

function selectList(
  scored: readonly Scored[],
  best: Scored,
  foci: readonly Focus[],
): Selection | null {
  const groups = new Map<string, Scored[]>();
  for (const one of scored) {
    const { group } = one.candidate;
    if (group === null) continue;
    const items = groups.get(group);
    if (items) items.push(one);
    else groups.set(group, [one]);
  }
  let chosen: { items: Scored[]; value: number } | null = null;
  for (const items of groups.values()) {
    if (items.length < 2) continue;
    const mean = items.reduce((sum, { score }) => sum + score, 0) / items.length;
    const top = Math.max(...items.map(({ score }) => score));
    const value = 0.6 * mean + 0.4 * top + headedBonus * headed(items[0]!.candidate, foci);
    if (!chosen || value > chosen.value) chosen = { items, value };
  }
  if (!chosen || chosen.value < best.score - listMargin) return null;
  const limit = chosen.items[0]!.candidate.kind === 'row' ? most.rows : most.list;
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

function selectSides(
  ranked: readonly Scored[],
  [left, right]: readonly [readonly Focus[], readonly Focus[]],
): Selection | null {
  const speaks = ({ candidate }: Scored, side: readonly Focus[], near: boolean) =>
    side.every(
      (focus) => names(candidate.own, focus) > 0 || (near && around(candidate, focus) >= 0.6),
    );
  const both = ranked.filter((one) => speaks(one, left, false) && speaks(one, right, false));
  const table = ranked.filter(
    ({ candidate: { cells, leadIn } }) =>
      cells.length > 2 &&
      leadIn &&
      [left, right].every((side) => side.every((focus) => names(leadIn, focus) > 0)),
  );
  if (table.length >= 2 && (!both[0] || table[0]!.score > both[0].score - 0.1)) {
    const parts = table.slice(0, most.cases).toSorted((a, b) => a.candidate.at - b.candidate.at);
    return {
      kind: 'sides',
      parts: both[0] ? [both[0], ...parts.slice(0, 3)] : parts,
      best: table[0]!,
    };
  }
  const clear = both.find(({ candidate, fit }) => fit === 1 || definesBoth(candidate, left, right));
  const alone = (side: readonly Focus[], other: readonly Focus[]) =>
    defines(
      ranked.filter((one) => !speaks(one, other, false)),
      side,
    ) ?? bestOf(ranked, side, other, speaks);
  const pair = [alone(left, right), alone(right, left)];
  const parts = [clear, ...(clear && pair.includes(undefined) ? [] : pair)].filter(
    (part): part is Scored => part !== undefined,
  );
  if (parts.length === 0 || (!clear && pair.includes(undefined))) return null;
  return { kind: 'sides', parts: [...new Set(parts)], best: parts[0]! };
}

/** Each side is said to be or to do something: "La précision mesure …, et le rappel mesure …". */
function definesBoth(
  { words }: Candidate,
  left: readonly Focus[],
  right: readonly Focus[],
): boolean {
  return [left, right].every((side) => {
    const at = words.findIndex((word) => side.some((focus) => startsName(word, focus)));
    return at !== -1 && words.slice(at + 1, at + 4).some((word) => copula.has(word));
  });
}

const startsName = (word: string, { names, word: asked }: Focus): boolean =>
  [...names, asked].some((name) => word === name || (name.length > 3 && word.startsWith(name)));

/** The best definition of one side. */
function defines(ranked: readonly Scored[], side: readonly Focus[]): Scored | undefined {
  const defining = ranked.filter(({ candidate }) => definition(candidate, side) >= 0.8);
  return defining.find(({ candidate }) => candidate.kind !== 'row') ?? defining[0];
}

function bestOf(
  ranked: readonly Scored[],
  side: readonly Focus[],
  other: readonly Focus[],
  speaks: (one: Scored, side: readonly Focus[], near: boolean) => boolean,
): Scored | undefined {
  const own = ranked.filter((one) => speaks(one, side, true) && !speaks(one, other, false));
  return own.find((one) => speaks(one, side, false)) ?? own[0];
}

const asksForCases = ({ form, folded }: ParsedQuestion): boolean =>
  (form === 'which' || form === 'list') &&
  /\b(?:quels?|quelles?|which|what|lesquels?)\s+(?:des\s+|of the\s+)?(?:scenarios?|projets?|projects?|entreprises?|companies|company|cas|case|cases|exercices?|lecons?|lessons?)\b/.test(
    folded,
  );

/** One statement per document: each names its case. */
function selectCases(ranked: readonly Scored[]): Selection | null {
  const byDocument = new Map<string, Scored>();
  const cases = ranked.filter(({ candidate }) => caseLike.test(candidate.home.folded));
  const best = cases[0];
  if (!best) return null;
  for (const one of cases) {
    const key = `${one.candidate.home.document}\n${one.candidate.home.section.split(' › ')[0]}`;
    if (one.score < 0.85 * best.score) break;
    if (!byDocument.has(key)) byDocument.set(key, one);
  }
  return { kind: 'cases', parts: [...byDocument.values()].slice(0, most.cases), best };
}

/** Share of the shorter statement's stems that the other has too. */
function overlap(a: Candidate, b: Candidate): number {
  const [small, large] = a.own.set.size < b.own.set.size ? [a, b] : [b, a];
  if (small.own.set.size === 0) return 1;
  return [...small.own.set].filter((stem) => large.own.set.has(stem)).length / small.own.set.size;
}
