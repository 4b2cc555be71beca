import type { RegisterItem } from '../register/register.ts';
import type { Asks } from './asks.ts';
import { itemsReferred } from './references.ts';
import type { TurnReader } from './turn-reader.ts';

export type ReferenceTools = {
  readonly items: readonly RegisterItem[];
  /** Item ids that the course uses as words of its own. */
  readonly ambiguousIds: ReadonlySet<string>;
};

/** Words of a message that can be nothing but a reference ("A7 ?", "partie B, la 3"). */
const shortReference = 6;

/** The item that a text means by where it stands in the exam; `null` when it means none. */
export function referredItem(
  text: string,
  armed: RegisterItem | null,
  reader: TurnReader,
  { items, ambiguousIds }: ReferenceTools,
): RegisterItem | null {
  const references = reader.referencesIn(text);
  const asks = reader.asksOf(text);
  const examTalk = reader.isOfExam(text);
  const [item] = itemsReferred(references, items, armed?.part ?? null);
  if (!item) return null;
  const byId = references.ids.includes(item.id);
  if (byId && ambiguousIds.has(item.id) && !examTalk && !saysItemBefore(text, item.id)) return null;
  const wants = asks.answer || asks.verdict || asks.role || asks.fill || asks.order || asks.write;
  const isShort = text.trim().split(/\s+/).length <= shortReference && !asks.explain;
  const says = reader.notionsOf(text).size;
  return armed || examTalk || wants || isShort || (byId && says < 2) ? item : null;
}

/** "La partie C, il y a combien de faux ?": a part without a number, and what would give it away. */
export function asksForPart(
  text: string,
  reader: TurnReader,
  { items }: Pick<ReferenceTools, 'items'>,
): boolean {
  const { parts, questions, forms } = reader.referencesIn(text);
  const asks: Asks = reader.asksOf(text);
  const known = parts.some((part) => items.some((item) => item.part === part));
  const truths = asks.numberRun && items.some((item) => item.kind === 'truth');
  const isBare = reader.notionsOf(text).size === 0 && reader.ownWords(text) === 0;
  const numbered = items.length > 0 && questions.length > 0 && (isBare || reader.isOfExam(text));
  const formed = items.some(({ kind }) => forms.includes(kind));
  return (
    truths ||
    numbered ||
    (reader.isOfExam(text) && asks.role && asks.sequence) ||
    formed ||
    (known && (asks.verdict || asks.answer || asks.fill || asks.order))
  );
}

const saysItemBefore = (text: string, id: string): boolean =>
  new RegExp(
    `(?:question|item|exercice|pregunta|q|n°|سؤال)\\s*:?\\s*${id[0]}\\W{0,2}${id.slice(1)}(?!\\d)`,
    'i',
  ).test(text);
