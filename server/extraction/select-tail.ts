import type { Form } from '../language/question-forms.ts';
import { askedThing } from './asked-head.ts';
import type { Focus, ParsedQuestion } from './parse-question.ts';
import { names, type Scored } from './score-candidate.ts';
import type { Selection } from './selection.ts';

/** "À quoi sert dbt ?" has its answer in the item that names it, too. */
const forms: ReadonlySet<Form> = new Set(['who', 'which', 'why']);
/** Share of what was asked that must be said of the one item. */
const enough = 0.6;
/** By how much it must surpass each of its siblings. */
const clearly = 0.25;
/** How far below the best statement it may stay. */
const margin = 0.4;

/** For "qui …" and "quel métier …": the one item of a list of which what was asked is said; `null` where none stands out. */
export function selectTail(ranked: readonly Scored[], question: ParsedQuestion): Selection | null {
  if (!forms.has(question.form)) return null;
  const thing = askedThing(question);
  const total = thing.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  const rated = ranked
    .filter(({ candidate }) => candidate.head !== null && candidate.group !== null)
    .map((one) => ({ one, said: saidOf(one, thing) / total }));
  const first = rated.toSorted((a, b) => b.said - a.said || b.one.score - a.one.score)[0];
  if (!first || first.said < enough || first.one.score < ranked[0]!.score - margin) return null;
  const siblings = rated.filter(
    ({ one }) => one !== first.one && one.candidate.group === first.one.candidate.group,
  );
  if (siblings.length === 0 || siblings.some(({ said }) => said > first.said - clearly))
    return null;
  return { kind: 'statements', parts: [first.one], best: first.one };
}

const saidOf = ({ candidate: { head } }: Scored, thing: readonly Focus[]): number =>
  thing.reduce((sum, focus) => sum + focus.weight * names(head!.tail, focus), 0);
