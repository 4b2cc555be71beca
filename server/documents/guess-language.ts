import { type Language, languageEvidence } from '../language/detect-language.ts';

/** Characters that are looked at: the start of a long text says enough. */
const sampleLength = 20_000;

/**
 * Guesses whether a document is written in French or in English; French when nothing tells.
 *
 * Fenced code is left out: the words of SQL are English.
 */
export function guessLanguage(text: string): Language {
  const prose = text.slice(0, sampleLength).replace(/^```[^]*?(?:^```|(?![^]))/gm, ' ');
  const { fr, en } = languageEvidence(prose);
  return en > fr ? 'en' : 'fr';
}
