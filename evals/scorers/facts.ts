import type { Nugget } from '../cases/case-schema.ts';

/**
 * A text as facts are looked for in it: lower case, accents folded, ligatures opened, apostrophes and white space
 * normalised, markers `[n]` and Markdown's marks left out.
 */
export function foldForFacts(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\s*\[\d{1,3}\]/g, '')
    .replace(/[*`]/g, '')
    .replaceAll('|', ' ')
    .replace(/[’‘ʼ]/g, "'")
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/\p{M}/gu, '')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Whether a text states a fact: one of its wordings occurs in it, beginning where a word begins. "position" is thus
 * found in "positions"; a number is found only as the whole number ("7" neither in "70" nor in "7,5").
 */
export function statesFact(text: string, { any }: Pick<Nugget, 'any'>): boolean {
  const folded = foldForFacts(text);
  return any.some((wording) => occurs(folded, foldForFacts(wording)));
}

function occurs(text: string, wording: string): boolean {
  if (wording === '') return false;
  for (let at = text.indexOf(wording); at !== -1; at = text.indexOf(wording, at + 1)) {
    const before = text.slice(0, at);
    const after = text.slice(at + wording.length);
    const inWord = /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(wording);
    const inNumber =
      (/^\d/.test(wording) && /\d[.,]$/.test(before)) ||
      (/\d$/.test(wording) && /^(?:\d|[.,]\d)/.test(after));
    if (!inWord && !inNumber) return true;
  }
  return false;
}

/** Share of the vital facts that a text states (V_strict of TREC's nuggets), from 0 to 1. */
export function vitalShare(text: string, nuggets: readonly Nugget[]): number {
  const vital = nuggets.filter(({ importance }) => importance === 'vital');
  return vital.filter((nugget) => statesFact(text, nugget)).length / vital.length;
}
