/** Letters of other alphabets, and digits, that look like Latin ones; enough for what students and models type. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's', ԁ: 'd' },
  ...{ в: 'b', к: 'k', м: 'm', н: 'h', т: 't', г: 'r', ո: 'n', ӏ: 'l', ԛ: 'q', ԝ: 'w', ɡ: 'g' },
  ...{ α: 'a', β: 'b', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x' },
  ...{ η: 'n', ω: 'w', ϲ: 'c', ı: 'i', ł: 'l', ø: 'o' },
};

const lookalike = new RegExp(`[${Object.keys(lookalikes).join('')}]`, 'gu');
/** Zero-width, bidi and joining marks, soft hyphens, variation selectors. */
const invisible =
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu;

/** Tag characters (U+E0020 to U+E007E) as the ASCII that they hide. */
const openTags = (text: string): string =>
  text.replace(/[\u{e0020}-\u{e007e}]/gu, (tag) =>
    String.fromCodePoint(tag.codePointAt(0)! - 0xe0000),
  );

/** A text with hidden characters opened or dropped and compatible ones unified; case and accents are kept. */
export const canonical = (text: string): string =>
  openTags(text).replace(invisible, '').normalize('NFKC');

/**
 * A text as leaks are looked for in it: {@link canonical}, lower case, lookalikes and accents folded, plain apostrophes
 * and dashes, single spaces; line breaks stay, for lists are read by line.
 */
export function foldForLeaks(text: string): string {
  return withoutAccents(canonical(text).toLowerCase())
    .replace(lookalike, (letter) => lookalikes[letter] ?? letter)
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[^\S\n]+/g, ' ');
}

/** Letters without their accents, Arabic ones without hamza and vowels. */
export const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '');

/** The words of a folded text, letters and digits only. */
export const foldedWords = (text: string): readonly string[] =>
  foldForLeaks(text).match(/[\p{L}\p{N}]+/gu) ?? [];
