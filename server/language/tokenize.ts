/** Removes accents and ligatures: `œuvre` and `oeuvre`, `donnée` and `donnee` become one. */
export function foldAccents(text: string): string {
  if (!/[^\u0000-\u007f]/.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'AE');
}

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
  for (const [word] of normalizeText(text).matchAll(
    /[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu,
  )) {
    let bare = word;
    while (elided.test(bare)) bare = bare.replace(elided, '');
    bare = englishNegation.test(bare) ? 'not' : bare.replace(englishSuffix, '');
    if (bare !== '') words.push(bare);
  }
  return words;
}
