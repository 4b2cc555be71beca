import { fold, words } from '../matching/fold.ts';
import type { OptionNamer } from '../matching/option-namer.ts';

/** Forms in which an answer is given away, in words that no course text uses of itself. */
const assertion =
  /(?<!\p{L})(?:(?:bonne |la |les |votre |ta )?reponses? (?:est|sont|exactes?|attendues?|correctes?)|(?:bonne|mauvaise) (?:reponse|piste)|reponse ?:|(?:right|correct|wrong) answer|answers? (?:is|are)|answer ?:|respuestas? (?:es|son|correcta)|la (?:bonne )?case|a l'examen|in the exam|cochez|tick (?:that|the)|l'item|الجواب|الاجابة)(?!\p{L})/u;
const opening = words(
  'oui|non|yes|no|si(?=\\s*[,.:;!])|vrai|faux|true|false|verdadero|falso|exact\\w*|correcte?|juste|presque|bravo|almost|(?:warm|cold)(?:er)?|chaud|froid|right|wrong|نعم|لا|صحيح|خطا',
);
/** A longer sentence states something. */
const minWords = 4;

export type Backing = {
  /** Roles that the question names. */
  readonly asked: ReadonlySet<string>;
  /** True where the turn comes near an item: then every statement needs a quotation. */
  readonly near: boolean;
  /** True where the student asks whether something is right. */
  readonly asksVerdict?: boolean;
};

/**
 * Whether a sentence says what its quotations do not: it names a role that neither they nor the question name, gives an
 * answer away in so many words, opens with the verdict that was asked for on a role, or, near an item, states something
 * with no quotation at all.
 * @param quotes the quotations of the sentence, found again in the course
 */
export function isUnbacked(
  sentence: string,
  quotes: readonly string[],
  { asked, near, asksVerdict = false }: Backing,
  options: Pick<OptionNamer, 'namedIn'>,
): boolean {
  const quoted = quotes.join('\n');
  const backed = options.namedIn(quoted);
  const said = options.namedIn(sentence);
  for (const role of said) {
    if (!backed.has(role) && !asked.has(role)) return true;
  }
  const text = fold(sentence.replace(/\[\d{1,3}\]/g, ' '));
  if (assertion.test(text) && !assertion.test(fold(quoted))) return true;
  const starts = opening.exec(text)?.index === 0;
  // What it quotes may well be true: it is the "yes" in front of it that the course does not say.
  if (starts && asksVerdict && asked.size + said.size > 0) return true;
  if (!near || quotes.length > 0) return false;
  const states = text.split(' ').length >= minWords && !/[?:]\W*$/u.test(sentence.trim());
  return starts || states;
}
