import type { ItemKind } from '../exam/exam.ts';
import type { Asks } from './asks.ts';
import type { Likeness } from './item-matcher.ts';

/** What the decision on an item rests on, besides how much the message is like it. */
export type Circumstances = {
  readonly asks: Asks;
  /** The message speaks of an exam. */
  readonly examTalk: boolean;
  /** An item was spoken of in the last turns. */
  readonly armed: boolean;
  /** Roles, or whatever else the options are, that the message names. */
  readonly named: ReadonlySet<string>;
  /** Roles that it names by an abbreviation as well. */
  readonly subjects: ReadonlySet<string>;
  /** Roles that the item's own statement names. */
  readonly namedByItem: ReadonlySet<string>;
};

/** Shares from which a message is about an item: of its notions, of its characters. */
type Floor = { readonly notions: number; readonly verbatim: number };

/** When the message asks what the item asks. Rows have few notions, and need more of them. */
const asked: Readonly<Record<ItemKind, Floor>> = {
  choice: { notions: 0.5, verbatim: 0.45 },
  row: { notions: 0.6, verbatim: 0.5 },
  truth: { notions: 0.55, verbatim: 0.5 },
  case: { notions: 0.5, verbatim: 0.45 },
  order: { notions: 2, verbatim: 2 },
  open: { notions: 0.6, verbatim: 0.55 },
};
/** When it says the statement and asks nothing. */
const stated: Floor = { notions: 0.72, verbatim: 0.6 };
/** Whatever it asks. */
const copied = 0.85;
/** Whatever it asks of a role that it names. */
const proposed = 0.6;
/** What talk of an exam takes off every floor. */
const examTalkEase = 0.7;
/** What the weighing of roles takes off. */
const weighingEase = 0.5;
/** Steps of an `order` item that a question about order must name. */
const minSteps = 2;
const statedSteps = 3;
/** Steps that it must brush when it says none of them whole. */
const brushedSteps = 3;

/** How much a message is about an item, above 0 when it is; comparable between items. */
export function aboutItem(like: Likeness, circumstances: Circumstances): number {
  const { asks, examTalk, armed, named } = circumstances;
  const { kind } = like.item;
  if (kind === 'order') return aboutOrder(like, circumstances);
  if (kind === 'truth' && !sameSubject(circumstances)) return 0;
  const strength = Math.max(like.notions, like.verbatim);
  if (like.verbatim >= copied) return strength;
  if (named.size > 0 && wantsRole(kind) && strength >= proposed) return strength;
  // "BI and DS can't be it, can they?": roles weighed against one another need little of the statement beside them.
  const weighs = named.size > 0 && (asks.verdict || asks.answer) && !asks.explain && !asks.describe;
  const ease = weighs ? weighingEase : examTalk || armed ? examTalkEase : 1;
  const over = ({ notions, verbatim }: Floor) =>
    like.notions >= notions * ease || like.verbatim >= verbatim * ease;
  if (asksForIt(kind, circumstances) && over(asked[kind])) return strength;
  const says = asks.statement || (wantsRole(kind) && !asks.explain && !asks.describe);
  return says && over(stated) ? strength : 0;
}

const wantsRole = (kind: ItemKind): boolean =>
  kind === 'choice' || kind === 'row' || kind === 'case';

/** Whether the message asks for what the item leaves open. */
function asksForIt(kind: ItemKind, { asks, examTalk, named }: Circumstances): boolean {
  const course = asks.explain && !examTalk;
  switch (kind) {
    case 'choice':
      return asks.role || (!course && (asks.verdict || asks.answer || named.size > 0 || examTalk));
    case 'row':
    case 'case':
      return (
        asks.role ||
        (asks.fill && !asks.describe) ||
        (!course && (asks.verdict || asks.answer || named.size > 0 || examTalk))
      );
    case 'truth':
      return asks.yesNo || asks.verdict || asks.answer;
    case 'open':
      return asks.write || (examTalk && !asks.describe) || (asks.answer && !course);
    case 'order':
      return asks.order || asks.answer || asks.verdict || asks.fill;
  }
}

function aboutOrder(like: Likeness, circumstances: Circumstances): number {
  const { asks, examTalk, named } = circumstances;
  const said = like.steps.length;
  const describes = asks.describe && named.size > 0;
  const floor = asksForIt('order', circumstances) && !describes ? minSteps : Infinity;
  const compares =
    asks.before && !describes && Math.min(like.touched.length, like.stepNotions) >= minSteps;
  const lists =
    (asks.order || asks.before) &&
    !describes &&
    Math.min(like.brushed.length, like.stepNotions) >= brushedSteps;
  const runs = asks.numberRun && asks.order;
  const enough =
    said >= floor ||
    compares ||
    lists ||
    runs ||
    (examTalk && asks.order && asks.sequence) ||
    (asks.statement && said >= statedSteps);
  return enough ? 0.5 + said / 20 : 0;
}

/** A statement about one role is not meant by a question about another. */
const sameSubject = ({ subjects, namedByItem }: Circumstances): boolean =>
  namedByItem.size === 0 || [...namedByItem].every((role) => subjects.has(role));
