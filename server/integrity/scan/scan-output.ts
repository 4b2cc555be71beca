import type { Asks } from '../matching/asks.ts';
import { fold, words } from '../matching/fold.ts';
import type { ItemMatcher } from '../matching/item-matcher.ts';
import type { OptionNamer } from '../matching/option-namer.ts';
import { readReferences } from '../matching/references.ts';
import { readingsOf } from '../reading/readings.ts';
import type { RegisterItem } from '../register/register.ts';
import type { SealedGrams } from './sealed-grams.ts';
import { isUnbacked } from './unbacked.ts';
import type { SolutionValues } from './solution-values.ts';

/** The rule that a text broke; all that is ever counted or logged of it. */
export type ScanRule =
  | 'sealed-run'
  | 'solution-value'
  | 'prompt-run'
  | 'hidden'
  | 'item-answer'
  | 'statement-verdict'
  | 'steps'
  | 'one-role'
  | 'unbacked';

/** Rules by which a sentence is left out; any other ends the text. */
export const leavesOut: ReadonlySet<ScanRule> = new Set(['one-role', 'unbacked']);

export type ScanHit = {
  readonly rule: ScanRule;
  /** The item that the text is about, when one is. */
  readonly item: RegisterItem | null;
};

export type ScanTools = {
  readonly items: readonly RegisterItem[];
  readonly grams: SealedGrams;
  readonly values: SolutionValues;
  /** The runs of words of the instructions that a model is given. */
  readonly instructions: SealedGrams;
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
  /** True where the turn comes near an item. */
  readonly near: boolean;
};

export type OutputScan = {
  /**
   * Scans a sentence with the one before it; remembers what was named so far in the turn.
   * @param quotes what the sentence's markers are bound to; `null` for a text that is itself of the course
   */
  scan(sentence: string, before: string, quotes: readonly string[] | null): ScanHit | null;
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
  'vrais?|faux|fausse|true|false|verdader[oa]|fals[oa]|correcte?|incorrecte?|exacte?|صحيح|خطا|خاطئ|right|wrong',
);
/** Tags of the prompt carry a key. */
const promptTag = /<\/?(?:sources?|question)(?:-[0-9a-f]{8}|\s+key=)/;
/** Letters of options: "réponse c", "option (b)". */
const optionLetter = words(
  '(?:reponse|option|choix|case|answer|choice|letter|lettre) ?\\(?[a-e]\\)?',
);

/** Scans what is about to leave for one turn; rules are by form, whatever wrote the text. */
export function createOutputScan(tools: ScanTools, turn: ScannedTurn): OutputScan {
  const { items, grams, values, instructions, matcher, options, ambiguousIds } = tools;
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

  const nearestItem = (): RegisterItem | null => {
    const near = [...likeOf].filter(([item, like]) => fillsRole(item) && like >= likeQuestion);
    return near.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  };
  const showsPrompt = (text: string): boolean =>
    promptTag.test(text) || [...instructions.ownersIn(text).values()].some((runs) => runs > 1);

  const namedSoFar = new Set<string>();
  const stepsSoFar = new Set<string>();

  const oneRole = (text: string): ScanHit | null => {
    const named = options.namedIn(text);
    for (const one of named) namedSoFar.add(one);
    const [role] = named;
    if (named.size !== 1 || role === undefined || asked.has(role)) return null;
    if (namedSoFar.size > manyRoles) return null;
    // What a job that the question names does is told to everyone.
    const describes = asked.size > 0 && (turn.asks.describe || turn.asks.explain);
    if (describes && !turn.asks.verdict) return null;
    const said = matcher
      .match(text)
      .filter(
        ({ item, notions, verbatim }) => fillsRole(item) && Math.max(notions, verbatim) >= saysItem,
      )
      .map(({ item }) => item);
    const mayBeKey = choosable.size === 0 || choosable.has(role);
    const wanted = turn.asks.role && asked.size === 0 && mayBeKey;
    const nearest = wanted ? nearestItem() : null;
    const spoken = turn.armed.find((item) => fillsRole(item) && mayBeKey);
    const item = (mayBeKey ? said[0] : undefined) ?? nearest ?? spoken;
    return item ? { rule: 'one-role', item } : null;
  };

  const statementVerdict = (text: string, quotes: readonly string[] | null): ScanHit | null => {
    // The course's own words judge nothing that the student did not ask to be judged.
    const isJudged = turn.asks.verdict || turn.asks.yesNo || turn.armed.length > 0;
    if (!isJudged && quotes?.length !== 0) return null;
    if (!verdictWords.test(fold(text)) && !/^(?:oui|non|yes|no|si)\b/i.test(text.trim()))
      return null;
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
    scan(sentence, before, quotes) {
      const pair = before === '' ? sentence : `${before} ${sentence}`;
      for (const reading of readingsOf(pair)) {
        const text = withoutMarkers(reading);
        if (grams.has(text)) {
          const owners = grams.ownersIn(text);
          const item = items.find(({ exam, id }) => owners.has(`${exam}#${id}`)) ?? null;
          return { rule: 'sealed-run', item };
        }
        if (values.has(text)) return { rule: 'solution-value', item: null };
        if (showsPrompt(text)) return { rule: 'prompt-run', item: null };
        const hit = itemAnswer(text) ?? statementVerdict(text, quotes);
        if (hit) return hit;
      }
      const [plain = sentence, ...decoded] = readingsOf(sentence);
      const seen = options.namedIn(plain);
      const isHidden = decoded.some((one) =>
        [...options.namedIn(one)].some((role) => !seen.has(role)),
      );
      if (isHidden) return { rule: 'hidden', item: turn.armed[0] ?? null };
      const text = withoutMarkers(plain);
      const backing = { asked, near: turn.near, asksVerdict: turn.asks.verdict };
      if (quotes && isUnbacked(text, quotes, backing, options)) {
        return { rule: 'unbacked', item: turn.armed[0] ?? nearestItem() };
      }
      return oneRole(text) ?? steps(text);
    },
  };
}

const withoutMarkers = (text: string): string => text.replace(/\[\d{1,3}\]/g, ' ');
