/** Removes accents and ligatures: `œuvre` and `oeuvre`, `donnée` and `donnee` become one. */
export function foldAccents(text: string): string {
  if (!/[^\u0000-\u007f]/.test(text)) return text;
  if (!beyondLatin.test(text)) return text.replace(accented, (letter) => foldedLatin.get(letter)!);
  return decomposed(text);
}

/** For any alphabet, at thrice the time. */
const decomposed = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'AE');

/** Latin letters with accents; every one is folded by itself. */
const accented = /[\u00c0-\u017f]/g;
/** What is neither up to there nor the punctuation of a French or English page, which no folding changes. */
const beyondLatin = /[^\u0000-\u017f\u2010-\u2026]/;
const foldedLatin: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0x180 - 0xc0 }, (_, at) => {
    const letter = String.fromCharCode(0xc0 + at);
    return [letter, decomposed(letter)];
  }),
);

/** NFKC, lower case, every apostrophe as `'`: the text that words are cut from. */
export function normalizeText(text: string): string {
  return (
    text
      // Before NFKC, which makes a space and a combining accent of an acute accent standing alone.
      .replace(/[\u2018\u2019\u201b\u2032\u02bc\u00b4\u0060]/g, "'")
      .normalize('NFKC')
      .toLowerCase()
  );
}

const elided = /^(?:l|d|j|n|s|c|m|t|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)'(?=.)/;
const englishSuffix = /'(?:s|t|re|ve|ll|d|m)$/;
/** "don't", "isn't": an auxiliary and "not", of which the latter is kept. */
const englishNegation =
  /^(?:ca|wo|do|does|did|is|are|was|were|has|have|had|could|should|would|must|need)n't$/;

/**
 * The words of a text, in order: letters and digits with inner apostrophes, French elisions (`l'`, `qu'`…)
 * and English clitics (`'s`, `'t`…) dropped; `aujourd'hui` stays whole.
 */
export function tokenize(text: string): string[] {
  const words: string[] = [];
  const pattern = /[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu;
  for (const word of normalizeText(text).match(pattern) ?? []) {
    if (!word.includes("'")) {
      words.push(word);
      continue;
    }
    let bare = word;
    while (elided.test(bare)) bare = bare.replace(elided, '');
    bare = englishNegation.test(bare) ? 'not' : bare.replace(englishSuffix, '');
    if (bare !== '') words.push(bare);
  }
  return words;
}
