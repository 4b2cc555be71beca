import { headIsAsked } from './asked-head.ts';
import type { Candidate } from './candidates.ts';
import { copula, definition } from './form-signs.ts';
import { foldAccents } from '../language/tokenize.ts';
import type { Focus } from './parse-question.ts';
import { around, names, type Scored } from './score-candidate.ts';
import type { Selection } from './selection.ts';

const mostRows = 3;
const mostParts = 5;

/** What tells two things apart: a table of both, a statement of both, or one statement for each; else `null`. */
export function selectSides(
  ranked: readonly Scored[],
  [left, right]: readonly [readonly Focus[], readonly Focus[]],
): Selection | null {
  const headed = [left, right].map((side) =>
    ranked.find(({ candidate }) => candidate.group !== null && headIsAsked(candidate, side)),
  );
  const [one, other] = headed;
  // Two rows of one table, each under its own name, say more than any statement that brushes both.
  if (one && other && one.candidate.group === other.candidate.group) {
    return { kind: 'sides', parts: [...clearOf(ranked, left, right), one, other], best: one };
  }
  const both = ranked.filter((one) => speaksOf(one, left) && speaksOf(one, right));
  const table = ranked.filter(
    ({ candidate: { cells, leadIn } }) =>
      cells.length > 2 &&
      leadIn &&
      [left, right].every((side) => side.every((focus) => names(leadIn, focus) > 0)),
  );
  const clear = both.find(({ candidate, fit }) => fit === 1 || definesBoth(candidate, left, right));
  const alone = (side: readonly Focus[], other: readonly Focus[]) =>
    defines(
      ranked.filter(({ candidate }) => !spells(candidate, other)),
      side,
    ) ?? bestOf(ranked, side, other);
  const pair = [alone(left, right), alone(right, left)];
  const rows = table.length >= 2 ? table.slice(0, mostRows) : [];
  const sentences = [
    clear,
    ...(pair.includes(undefined) && (clear || rows.length > 0) ? [] : pair),
  ];
  const parts = [...new Set([...sentences, ...rows.toSorted(inReadingOrder)])].filter(
    (part): part is Scored => part !== undefined,
  );
  if (parts.length === 0 || (!clear && rows.length === 0 && pair.includes(undefined))) return null;
  return { kind: 'sides', parts: parts.slice(0, mostParts), best: parts[0]! };
}

/** At most one statement that tells both apart, each under its own name: "Le Data Analyst …, tandis que …". */
const clearOf = (
  ranked: readonly Scored[],
  left: readonly Focus[],
  right: readonly Focus[],
): readonly Scored[] =>
  ranked
    .filter(
      (one) =>
        one.fit === 1 &&
        [left, right].every((side) => speaksOf(one, side) && isNamedAlone(one.candidate, side)),
    )
    .slice(0, 1);

/** True when the words of a side stand in a row and no capital before them makes them another name. */
function isNamedAlone({ shown }: Candidate, side: readonly Focus[]): boolean {
  const words = side.map(({ word }) => word).join('[ -]');
  const plain = foldAccents(shown);
  return [...plain.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${words}`, 'giu'))].some(
    ({ index }) => !/\p{Lu}[\p{L}\p{N}]* $/u.test(plain.slice(0, index)),
  );
}

/** The statement names all of a side itself. */
const speaksOf = ({ candidate }: Scored, side: readonly Focus[]): boolean =>
  side.every((focus) => names(candidate.own, focus) > 0);

/** The statement or what stands around it names all of a side. */
const standsUnder = ({ candidate }: Scored, side: readonly Focus[]): boolean =>
  side.every((focus) => names(candidate.own, focus) > 0 || around(candidate, focus) >= 0.6);

const inReadingOrder = (a: Scored, b: Scored): number => a.candidate.at - b.candidate.at;

/** True when the statement writes the name itself; another thing's long name may hold the same words. */
const spells = ({ own }: Candidate, side: readonly Focus[]): boolean =>
  side.every(({ names }) => [...names].some((name) => own.set.has(name)));

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
  const value = ({ candidate }: Scored) =>
    definition(candidate, side) - (candidate.kind === 'row' ? 0.1 : 0);
  return ranked
    .filter(({ candidate }) => definition(candidate, side) >= 0.8)
    .sort((a, b) => value(b) - value(a) || b.score - a.score)[0];
}

function bestOf(
  ranked: readonly Scored[],
  side: readonly Focus[],
  other: readonly Focus[],
): Scored | undefined {
  const own = ranked.filter((one) => standsUnder(one, side) && !speaksOf(one, other));
  return own.find((one) => speaksOf(one, side)) ?? own[0];
}
