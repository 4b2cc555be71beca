import { foldAccents, normalizeText } from '../../language/tokenize.ts';

/**
 * A text as patterns are tried on it: lower case, accents and Arabic vowel marks and hamzas away, apostrophes as `'`,
 * hyphens as spaces, white space collapsed.
 */
export const fold = (text: string): string =>
  foldAccents(normalizeText(text))
    .replace(/[\u2010-\u2015-]/g, ' ')
    .replace(/ـ/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A pattern of whole words, in any alphabet, to be tried on a folded text. */
export const words = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'u');
