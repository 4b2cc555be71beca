import { arabicForms } from './arabic-forms.ts';
import { foldLetters } from './fold-letters.ts';

/** A word of a text, in the forms under which it may be looked up. */
export type WordToken = {
  /** Offsets in UTF-16 code units of the text that was cut. */
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly raw: string;
  /** Folded; more than one for an Arabic word that may begin with particles. */
  readonly forms: readonly string[];
  /** An article or "of": a phrase passes over it. */
  readonly light: boolean;
  /** First of a sentence: no phrase reaches over its beginning. */
  readonly opens: boolean;
};

const lightWords = new Set('de du des la le les un une of the del los las el lo'.split(' '));
const elided = new Set('l d j n s c m t qu jusqu lorsqu puisqu quoiqu'.split(' '));
const clitics = new Set('s t re ve ll d m'.split(' '));
/** What French writes after a word for both genders: "ingénieur(e)", "analyste·s". */
const inclusive = new Set('e s es ne nes trice trices rice euse euses ere eres'.split(' '));
const apostrophe = /['’‘ʼ′`´＇]/;

const sentenceEnd = /[.!?…؟]\s|\n\s*\n/;

/** The words of a text with their offsets, without elisions ("l’"), clitics ("’s") and inclusive endings ("(e)"). */
export function wordTokens(text: string): readonly WordToken[] {
  const tokens: WordToken[] = [];
  let lastEnd = -2;
  let opens = true;
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}\u0640]+/gu)) {
    const [raw] = match;
    const start = match.index;
    const end = start + raw.length;
    const folded = foldLetters(raw);
    const gap = start - lastEnd === 1 ? text.charAt(start - 1) : '';
    opens ||= sentenceEnd.test(text.slice(Math.max(lastEnd, 0), start));
    lastEnd = end;
    if (folded === '') continue;
    if (elided.has(folded) && apostrophe.test(text.charAt(end))) continue;
    if (gap !== '' && apostrophe.test(gap) && clitics.has(folded)) continue;
    if (gap !== '' && '(·•⋅'.includes(gap) && inclusive.has(folded)) continue;
    const forms = /[\u0600-\u06ff]/.test(folded) ? arabicForms(folded) : [folded];
    const light = lightWords.has(folded);
    tokens.push({ start, end, raw, forms, light, opens });
    // An article that opens a sentence is passed over, so the word after it opens it as well.
    if (!light) opens = false;
  }
  return tokens;
}
