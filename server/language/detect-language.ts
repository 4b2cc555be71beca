import { stopWords } from './stop-words.ts';
import { foldAccents, normalizeText, tokenize } from './tokenize.ts';

/** Languages the analyzer and the texts of the tutor know. */
export type Language = 'fr' | 'en';

/** Words of both lists, or too short and too shared to say anything. */
const ambiguous = new Set([
  'a',
  'as',
  'on',
  'me',
  'am',
  'an',
  'or',
  'but',
  'car',
  'son',
  'sans',
  'plus',
  'i',
  'y',
  's',
  't',
  'm',
  'd',
  'c',
  'n',
  'l',
  'j',
]);

/** Content words of one language alone that open or fill short questions, accent-folded. */
const telling: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    `explique expliquer definis definir donne donner cite citer resume decris livrable livrables projet projets etape etapes
    exemple exemples avantage avantages inconvenient inconvenients entreprise metier metiers outil outils donnees`.split(
      /\s+/,
    ),
  ),
  en: new Set(
    `explain define describe summarize summarise list example examples step steps drawback drawbacks advantage advantages
    company companies deliverable deliverables role meaning thanks`.split(/\s+/),
  ),
};

/**
 * French, English, or `null` on a tie: stop words and telling words of each language counted, one more for French
 * for each word with an accent and each elision (`l'`, `qu'`).
 * @param words the text's own, where the caller has cut them already
 */
export function detectLanguage(text: string, words = tokenize(text)): Language | null {
  const { fr, en } = languageEvidence(text, words);
  if (fr === en) return null;
  return fr > en ? 'fr' : 'en';
}

/** The counts behind {@link detectLanguage}. */
export function languageEvidence(text: string, words = tokenize(text)): { fr: number; en: number } {
  let fr = 0;
  let en = 0;
  for (const word of words) {
    const folded = foldAccents(word);
    if (folded !== word && /[àâçéèêëîïôûùœ]/.test(word)) fr += 1;
    if (ambiguous.has(folded)) continue;
    if (stopWords.fr.has(folded)) fr += 1;
    if (stopWords.en.has(folded)) en += 1;
    if (telling.fr.has(folded)) fr += 1;
    if (telling.en.has(folded)) en += 1;
  }
  fr += (normalizeText(text).match(/(?:^|[^\p{L}])(?:l|d|j|n|s|c|m|qu|t)'\p{L}/gu) ?? []).length;
  return { fr, en };
}
