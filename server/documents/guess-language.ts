import type { Language } from './document.ts';

/** Function words of one language only: `a`, `on`, `or`, `me`, `as`, `plus` exist in both and are left out. */
const functionWords: Record<Language, ReadonlySet<string>> = {
  fr: new Set(
    (
      'le la les un une des du de et est sont dans pour par sur avec sans que qui quoi dont où ce cet cette ces il elle ' +
      'ils elles nous vous je tu ne pas au aux se sa ses leur leurs votre vos notre nos mais ou donc car si être avoir ' +
      'été fait comme entre chaque tout tous toute toutes quel quelle quels quelles comment pourquoi quand l d qu'
    ).split(' '),
  ),
  en: new Set(
    (
      'the of and to in is are was were be been that this these those it its for with without from by at not which who ' +
      'what how why when where you your we our they their he she his her i my have has had do does can will would ' +
      'should must may an but if then than there into about each all any more most between because'
    ).split(' '),
  ),
};

/** Words that are looked at: the start of a long text says enough. */
const sampleLength = 20_000;

/**
 * Guesses whether a document is written in French or in English, by its function words; an accented letter counts as
 * half a French word. French when nothing tells.
 *
 * Fenced code is left out: the words of SQL are English.
 */
export function guessLanguage(text: string): Language {
  const sample = text
    .slice(0, sampleLength)
    .replace(/^```[^]*?(?:^```|(?![^]))/gm, ' ')
    .normalize('NFC')
    .toLowerCase();
  let french = (sample.match(/[àâçéèêëîïôùûœ]/g)?.length ?? 0) / 2;
  let english = 0;
  for (const [word] of sample.matchAll(/\p{L}+/gu)) {
    if (functionWords.fr.has(word)) french += 1;
    if (functionWords.en.has(word)) english += 1;
  }
  return english > french ? 'en' : 'fr';
}
