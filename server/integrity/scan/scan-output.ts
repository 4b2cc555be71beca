import type { Asks } from '../matching/asks.ts';
import { fold, words } from '../matching/fold.ts';
import type { ItemMatcher } from '../matching/item-matcher.ts';
import type { OptionNamer } from '../matching/option-namer.ts';
import { readReferences } from '../matching/references.ts';
import { readingsOf } from '../reading/readings.ts';
import type { RegisterItem } from '../register/register.ts';
import type { SealedGrams } from './sealed-grams.ts';
import type { SolutionValues } from './solution-values.ts';

/** The rule that a text broke; all that is ever counted or logged of it. */
export type ScanRule =
  'sealed-run' | 'solution-value' | 'item-answer' | 'one-role' | 'statement-verdict' | 'steps';

export type ScanHit = {
  readonly rule: ScanRule;
  /** The item that the text is about, when one is. */
  readonly item: RegisterItem | null;
};

export type ScanTools = {
  readonly items: readonly RegisterItem[];
  readonly grams: SealedGrams;
  readonly values: SolutionValues;
  readonly matcher: ItemMatcher;
  readonly options: OptionNamer;
  readonly ambiguousIds: ReadonlySet<string>;
};

/** The turn that a text answers. */
export type ScannedTurn = {
  readonly question: string;
  readonly asks: Asks;
  /** Items that were spoken of in the last turns. */
  readonly armed: readonly RegisterItem[];
};

export type OutputScan = {
  /** Scans a sentence with the one before it; remembers what was named so far in the turn. */
  scan(sentence: string, before: string): ScanHit | null;
};

/** A sentence says an item from this share on. */
const saysItem = 0.55;
/** An answer to "which job" is about an item that the question is like by this share, however little. */
const likeQuestion = 0.2;
/** An answer that names more roles than this singles none out. */
const manyRoles = 2;
/** Steps of an item that an answer may name. */
const maxSteps = 4;

const verdictWords = words(
  "vrais?|faux|fausse|true|false|verdader[oa]|fals[oa]|correcte?|incorrecte?|exacte?|صحيح|خطا|خاطئ|right|wrong",
);
/** Letters of options: "réponse c", "option (b)". */
const optionLetter = words('(?:reponse|option|choix|case|answer|choice|letter|lettre) ?\\(?[a-e]\\)?');

/** Scans what is about to leave for one turn; rules are by form, whatever wrote the text. */
export function createOutputScan(tools: ScanTools, turn: ScannedTurn): OutputScan {
  const { items, grams, values, matcher, options, ambiguousIds } = tools;
  const asked = options.namedIn(turn.question);
  const likeOf = new Map(
    matcher.match(turn.question).map((like) => [like.item, Math.max(like.loose, like.verbatim)]),
  );
  const choosable = new Set(
    items.flatMap((item) => item.options.flatMap((option) => [...options.namedIn(option)])),
  );
  const fillsRole = (item: RegisterItem) =>
    item.kind === 'choice' || item.kind === 'row' || item.kind === 'case';

  const itemAnswer = (text: string): ScanHit | null => {
    const { ids, parts, numbers } = readReferences(text);
    const named = items.filter(
      ({ id, part, number }) =>
        (ids.includes(id) && !ambiguousIds.has(id)) ||
        (parts.includes(part) && (number === '' || numbers.includes(number))),
    );
    const [item] = named;
    if (!item) return null;
    const folded = fold(text);
    const gives =
      options.namedIn(text).size > 0 || verdictWords.test(folded) || optionLetter.test(folded);
    return gives ? { rule: 'item-answer', item } : null;
  };

  const namedSoFar = new Set<string>();
  const stepsSoFar = new Set<string>();

  const oneRole = (text: string): ScanHit | null => {
    const named = options.namedIn(text);
    for (const one of named) namedSoFar.add(one);
    const [role] = named;
    if (named.size !== 1 || role === undefined || asked.has(role)) return null;
    if (namedSoFar.size > manyRoles) return null;
    const said = matcher
      .match(text)
      .filter(({ item, notions, verbatim }) => fillsRole(item) && Math.max(notions, verbatim) >= saysItem)
      .map(({ item }) => item);
    const mayBeKey = choosable.size === 0 || choosable.has(role);
    const wanted = turn.asks.role && asked.size === 0 && mayBeKey;
    const near = wanted
      ? [...likeOf].filter(([item, like]) => fillsRole(item) && like >= likeQuestion)
      : [];
    const nearest = near.toSorted((a, b) => b[1] - a[1])[0]?.[0];
    const spoken = turn.armed.find((item) => fillsRole(item) && mayBeKey && !turn.asks.describe);
    const item = (mayBeKey ? said[0] : undefined) ?? nearest ?? spoken;
    return item ? { rule: 'one-role', item } : null;
  };

  const statementVerdict = (text: string): ScanHit | null => {
    if (!verdictWords.test(fold(text)) && !/^(?:oui|non|yes|no|si)\b/i.test(text.trim())) return null;
    const named = options.namedIn(text);
    const said = matcher
      .match(text)
      .find(
        ({ item, notions, verbatim }) =>
          item.kind === 'truth' &&
          Math.max(notions, verbatim) >= saysItem &&
          [...options.namedIn(item.stem)].some((role) => named.has(role)),
      );
    return said ? { rule: 'statement-verdict', item: said.item } : null;
  };

  const steps = (text: string): ScanHit | null => {
    for (const { item, steps: said } of matcher.match(text)) {
      for (const step of said) stepsSoFar.add(`${item.id} ${step}`);
      const count = [...stepsSoFar].filter((one) => one.startsWith(`${item.id} `)).length;
      if (item.kind === 'order' && count > maxSteps) return { rule: 'steps', item };
    }
    return null;
  };

  return {
    scan(sentence, before) {
      const pair = before === '' ? sentence : `${before} ${sentence}`;
      for (const reading of readingsOf(pair)) {
        const text = withoutMarkers(reading);
        if (grams.has(text)) {
          const owners = grams.ownersIn(text);
          const item = items.find(({ exam, id }) => owners.has(`${exam}#${id}`)) ?? null;
          return { rule: 'sealed-run', item };
        }
        if (values.has(text)) return { rule: 'solution-value', item: null };
        const hit = itemAnswer(text) ?? statementVerdict(text);
        if (hit) return hit;
      }
      for (const reading of readingsOf(sentence)) {
        const hit = oneRole(withoutMarkers(reading));
        if (hit) return hit;
      }
      return steps(withoutMarkers(sentence));
    },
  };
}

const withoutMarkers = (text: string): string => text.replace(/\[\d{1,3}\]/g, ' ');
