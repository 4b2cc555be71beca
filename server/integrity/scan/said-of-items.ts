import { fold, words } from '../matching/fold.ts';
import { readReferences } from '../matching/references.ts';
import { saysItem, type ScanHit, type ScannedTurn, type ScanTools } from './scan-rules.ts';

const verdictWords = words(
  'vrais?|faux|fausse|true|false|verdader[oa]|fals[oa]|correcte?|incorrecte?|exacte?|صحيح|خطا|خاطئ|right|wrong',
);
/** Letters of options: "réponse c", "option (b)". */
const optionLetter = words(
  '(?:reponse|option|choix|case|answer|choice|letter|lettre) ?\\(?[a-e]\\)?',
);

type ItemTools = Pick<ScanTools, 'items' | 'matcher' | 'options' | 'ambiguousIds'>;

/**
 * What a sentence says of items in so many words: an answer by number, or a verdict on a statement.
 * @param quotes what the sentence's markers are bound to; `null` for a text that is itself of the course
 */
export function saidOfItems(
  text: string,
  quotes: readonly string[] | null,
  turn: ScannedTurn,
  tools: ItemTools,
): ScanHit | null {
  // The course's own words judge nothing that the student did not ask to be judged.
  const isJudged = turn.asks.verdict || turn.asks.yesNo || turn.armed.length > 0;
  const mayJudge = isJudged || quotes?.length === 0;
  return itemAnswer(text, tools) ?? (mayJudge ? statementVerdict(text, tools) : null);
}

function itemAnswer(text: string, { items, options, ambiguousIds }: ItemTools): ScanHit | null {
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
}

function statementVerdict(text: string, { matcher, options }: ItemTools): ScanHit | null {
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
}
