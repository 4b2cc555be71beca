/** A text without what names a person, and how many places were replaced. */
export type Anonymised = { readonly text: string; readonly replaced: number };

const capital = String.raw`\p{Lu}[\p{Ll}’'-]+`;
/** `Jean-Baptiste`, `O’Brien`, `DUPONT`; shorter words in capitals are acronyms. */
const nameWord = String.raw`(?:\p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}’'-]*|\p{Lu}{5,}(?:-\p{Lu}{2,})*)`;
/** After these words comes a name. */
const introductions = [
  String.raw`je m['’]appelle`,
  'mon nom est',
  'mon prénom est',
  'moi c[' + "'’" + ']est',
  'my name is',
  String.raw`i['’]m called`,
  String.raw`(?:élève|étudiante?|apprenante?|stagiaire|student)\s*:`,
  'signé',
  '(?:cordialement|merci|bonne journée|best regards|regards|thanks),?\\s*\\n+',
].join('|');
const titles = String.raw`(?:M\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr\.?|Monsieur|Madame|Mademoiselle)`;

const emails = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu;
/** French numbers in any grouping, and international ones. */
const phones =
  /(?<![\d.,])(?:(?:\+|00)\d{1,3}[\s.-]?(?:\(0\)[\s.-]?)?\d(?:[\s.-]?\d{2,3}){3,4}|0\d(?:[\s.-]?\d{2}){4})(?!\d)/g;
/** A French student number (INE) in both of its forms. */
const studentNumbers = /\b(?:\d{9}\p{L}{2}|\d{10}\p{L}|\d{4}\p{L}\d{5}\p{L})\b/gu;
/** Social security, bank accounts, cards: long numbers, however they are grouped. */
const longNumbers =
  /(?<![\d.,])(?:\p{Lu}{2}\d{2}(?:[ ]?[\dA-Z]{4}){3,7}(?:[ ]?[\dA-Z]{1,3})?|\d(?:[ ]?\d){12,18})(?!\d)/gu;
/** A number that is said to be a person's. */
const ownNumbers =
  /((?:num[ée]ro|n°|matricule|identifiant|student\s+(?:id|number)|id)\s*(?:(?:d['’]?\s*)?(?:étudiante?|élève|inscription|apprenante?))?\s*(?::|est|is)?\s*)([A-Z]{0,3}-?\d{4,})/giu;
const handles = /(?<![\p{L}\d])@[\p{L}\d_]{3,}/gu;

/**
 * Replaces e-mail addresses, phone numbers, numbers of persons and names by what they are. Names are recognised by what stands
 * before them (« je m’appelle »), by their title, and by being two capitalised words that the course does not hold.
 * A name alone in a sentence is not recognised: whoever adopts a case reads it.
 * @param known tells whether the course holds a text, e.g. the name of a company in a case study
 */
export function anonymise(text: string, known: (text: string) => boolean): Anonymised {
  let replaced = 0;
  const put = (mark: string) => {
    replaced += 1;
    return mark;
  };
  const introduced = new RegExp(
    `((?:^|[^\\p{L}])(?:${introductions})\\s*)(\\p{Lu}[\\p{L}’'-]*(?:\\s+${nameWord})?|\\p{L}[\\p{L}’'-]+)`,
    'giu',
  );
  const titled = new RegExp(
    `((?:^|[^\\p{L}])${titles}\\s+)(${nameWord}(?:\\s+${nameWord})?)`,
    'gu',
  );
  const pairs = new RegExp(`(?<![\\p{L}])${capital}(?:\\s+${nameWord})+`, 'gu');
  const result = text
    .replace(emails, () => put('[e-mail]'))
    .replace(handles, () => put('[compte]'))
    .replace(longNumbers, () => put('[numéro]'))
    .replace(studentNumbers, () => put('[numéro]'))
    .replace(ownNumbers, (_, before: string) => `${before}${put('[numéro]')}`)
    .replace(phones, () => put('[téléphone]'))
    .replace(introduced, (_, before: string) => `${before}${put('[nom]')}`)
    .replace(titled, (whole, before: string, name: string) =>
      known(name) ? whole : `${before}${put('[nom]')}`,
    )
    .replace(pairs, (pair) => (known(pair) ? pair : replacePair(pair, known, put)));
  return { text: result, replaced };
}

/** Two or more capitalised words: a name, unless the first is only the first word of a sentence ("Explique Kafka"). */
function replacePair(
  pair: string,
  known: (text: string) => boolean,
  put: (mark: string) => string,
): string {
  const words = pair.split(/\s+/);
  const strangers = words.filter((word) => !known(word));
  return strangers.length < 2 ? pair : put('[nom]');
}
