import { askedThing, headIsAsked } from './asked-head.ts';
import { definition } from './form-signs.ts';
import type { Form } from '../language/question-forms.ts';
import type { ParsedQuestion } from './parse-question.ts';
import type { Scored } from './score-candidate.ts';

/** Questions that want all of a list. */
const wantAll: ReadonlySet<Form> = new Set(['list', 'count', 'steps', 'difference', 'which']);
/** How sure it must be that an item says what was asked about. */
const defines = 0.8;

/** The one item of a list that says what was asked about, where the others say other things; `null` where none stands out. */
export function pickItem(parts: readonly Scored[], question: ParsedQuestion): Scored | null {
  const items = parts.filter(({ candidate }) => candidate.group !== null);
  if (wantAll.has(question.form) || items.length < 2) return null;
  const thing = askedThing(question);
  if (thing.length === 0) return null;
  const asked = items.filter(
    ({ candidate }) =>
      headIsAsked(candidate, thing) ||
      // A row is named by its whole head: "l’image ?" must not show one job of three alone.
      (candidate.cells.length === 0 && definition(candidate, thing) >= defines),
  );
  return asked.length === 1 ? asked[0]! : null;
}
