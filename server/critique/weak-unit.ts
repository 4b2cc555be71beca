import { stopWords } from '../language/stop-words.ts';
import type { DraftUnit } from './draft-units.ts';
import { countArrows } from './features.ts';
import { runsOfWords } from './rubric.ts';

/** Why what a unit says cannot count in full. */
export type Weakness = 'wish' | 'statement' | 'bare list';

const wish =
  /\b(?:il (?:faudrait|serait (?:bien|bon|interessant|utile|possible))|on (?:pourrait|devrait) (?:peut[- ]etre|eventuellement)|peut[- ]etre (?:qu|aussi|voir)|ce serait (?:bien|cool|top)|(?:it )?would be (?:good|nice|great|interesting|useful)|could maybe|maybe we|might be (?:good|nice)|perhaps we)/;
/** Words in a row without a function word or a sign that something is done. */
const bareWords = 7;
const bareShare = 0.12;
/** From so many arrows on, terms in a row are a drawing: the arrows say what goes where. */
const drawnArrows = 2;

/** Why a unit counts for a part only, or `null`. */
export function weaknessOf(
  unit: DraftUnit,
  folded: string,
  statementRuns: ReadonlySet<string>,
): Weakness | null {
  const words = unit.tokens.map(({ word }) => word);
  if (wish.test(folded)) return 'wish';
  if (repeats(words, statementRuns)) return 'statement';
  const isDrawn = countArrows(folded) >= drawnArrows;
  if (unit.kind !== 'row' && unit.kind !== 'code' && !isDrawn && isBareList(words, folded))
    return 'bare list';
  return null;
}

/** Most of the unit is the statement said again. */
function repeats(words: readonly string[], statementRuns: ReadonlySet<string>): boolean {
  const runs = runsOfWords(words);
  if (runs.length === 0) return false;
  return runs.filter((run) => statementRuns.has(run)).length > 0.6 * runs.length;
}

/** Terms in a row: hardly a function word, no figure ("5G" is a term), no verb that says what is done. */
export function isBareList(words: readonly string[], folded: string): boolean {
  if (words.length < bareWords || /(?<![\p{L}\p{N}-])\d(?!g\b)/u.test(folded)) return false;
  const functional = words.filter((word) => stopWords.fr.has(word) || stopWords.en.has(word));
  return functional.length < bareShare * words.length;
}
