import { foldAccents } from '../../language/tokenize.ts';

/**
 * Lower case without accents, ligatures and Arabic vowel signs; Arabic letters that are written for one another
 * (hamza forms, alef maksura, ta marbuta) become one.
 */
export function foldLetters(text: string): string {
  const folded = foldAccents(text).toLowerCase();
  if (!/[\u0600-\u06ff]/.test(folded)) return folded;
  return folded
    .replace(/\u0640/g, '')
    .replace(/[ٱآأإ]/g, 'ا')
    .replace(/[ىیئ]/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ک/g, 'ك');
}
