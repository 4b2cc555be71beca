import type { Form } from '../language/question-forms.ts';
import { announces } from './announces.ts';
import { askedThing, asksAnyAspect, headIsAsked } from './asked-head.ts';
import type { Focus, ParsedQuestion } from './parse-question.ts';
import { names, type Scored } from './score-candidate.ts';
import type { Selection } from './selection.ts';

const forms: ReadonlySet<Form> = new Set(['definition', 'open', 'which', 'who', 'list']);
/** "À quoi sert un data engineer ?": what is said of it answers, as it does "C'est quoi". */
const asksForUse = /\b(?:a quoi (?:ca )?(?:sert|servent)|(?:sert|servent) a quoi|what is .+ for)\b/;
/** How far below the best statement one with the right head may stay, where that one speaks of the same thing. */
const margin = 0.35;
/** Share of the first one's score that a further statement must reach. */
const nearFirst = 0.8;
const most = 2;

/** The statement whose head is what was asked about, and at most one more that speaks of it; `null` where none is. */
export function selectHeaded(
  ranked: readonly Scored[],
  question: ParsedQuestion,
): Selection | null {
  const thing = askedThing(question);
  // "Les types de drift" wants a list of them; "les outils du data engineer" what is said of one.
  if (!forms.has(question.form) && !asksForUse.test(question.folded)) return null;
  if (question.form === 'list' && !question.foci.some(asksAnyAspect)) return null;
  const [first, ...more] = ranked.filter(
    ({ candidate }) => !announces(candidate) && headIsAsked(candidate, thing),
  );
  const top = ranked[0]!;
  if (!first || (speaksOf(top, thing) && first.score < top.score - margin)) return null;
  const others = [
    ...more,
    ...ranked.filter(
      (one) =>
        one.candidate.group !== first.candidate.group &&
        one.candidate.kind !== 'code' &&
        !announces(one.candidate) &&
        // A mention defines nothing.
        (question.form !== 'definition' || one.fit > 0) &&
        speaksOf(one, thing),
    ),
  ];
  const second = others.find(
    (one) => one !== first && one.score >= nearFirst * first.score && saysMore(one, first),
  );
  const parts = second ? [first, second].slice(0, most) : [first];
  return { kind: 'statements', parts, best: first };
}

const speaksOf = ({ candidate }: Scored, thing: readonly Focus[]): boolean =>
  thing.every((focus) => names(candidate.own, focus) > 0);

/** Most of its words are not in the first one. */
const saysMore = ({ candidate: { own } }: Scored, { candidate }: Scored): boolean =>
  own.list.filter((stem) => !candidate.own.set.has(stem)).length > own.list.length / 2;
