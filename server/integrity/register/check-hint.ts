import type { ItemKind } from '../exam/exam.ts';
import { foldAccents, normalizeText } from '../../language/tokenize.ts';
import type { SealedGrams } from '../scan/sealed-grams.ts';

const verdict =
  /(?<!\p{L})(?:vrai(?! ou faux)|(?<!vrai ou )faux|correcte?s?|exacte?s?|incorrecte?s?|bonnes? (?:pistes?|reponses?|idees?)|mauvaises? (?:pistes?|reponses?)|presque|bravo|felicitations|true(?! or false)|(?<!true or )false|right|wrong|correct|incorrect|well done|good (?:guess|idea|answer)|almost|exactly)(?!\p{L})/u;
const orderWords =
  /(?<!\p{L})(?:d'abord|premiere?(?:ment)?|ensuite|derniere?|avant|apres|first(?:ly)?|second(?:ly)?|then|before|after|last(?:ly)?|finally|\d+)(?!\p{L})/u;

export type HintTools = {
  /** Ids of the roles, or of what else the options are, that a text names. */
  readonly rolesIn: (text: string) => ReadonlySet<string>;
  readonly grams: Pick<SealedGrams, 'has'>;
};

/**
 * What keeps a hint from being safe by its form, in a few words; `null` for a safe one. It names no role or at least
 * two, gives no verdict, no order of steps, and no sealed run of words.
 */
export function faultOfHint(
  hint: string,
  kind: ItemKind,
  { rolesIn, grams }: HintTools,
): string | null {
  const folded = foldAccents(normalizeText(hint));
  const roles = rolesIn(hint);
  if (roles.size === 1) return 'the hint names one role alone; name none, or at least two';
  const said = verdict.exec(folded)?.[0];
  if (said !== undefined) return `the hint gives a verdict (“${said}”)`;
  const ordered = kind === 'order' ? orderWords.exec(folded)?.[0] : undefined;
  if (ordered !== undefined) return `the hint orders steps (“${ordered}”)`;
  return grams.has(hint) ? 'the hint repeats five words of a sealed text in a row' : null;
}
