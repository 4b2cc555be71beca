import type { Span } from '../documents/document.ts';

/** Shortest quotation worth the name, in letters and digits. */
const minLetters = 3;

/**
 * Finds a quotation in a text, to the letter: only white space, quotation marks, apostrophes and Markdown emphasis
 * are normalised, and a quotation never begins or ends inside a word.
 * @returns the span of `text`, trimmed of emphasis marks it does not hold whole, or `null`
 */
export function findQuotation(text: string, quotation: string): Span | null {
  return createQuotationFinder(text)(quotation);
}

/** {@link findQuotation} for many quotations of one text, normalised once. */
export function createQuotationFinder(text: string): (quotation: string) => Span | null {
  const haystack = normalizeWithOffsets(text);
  return (quotation) => {
    const needle = normalizeWithOffsets(stripOuterQuotes(quotation)).text.trim();
    if ((needle.match(/[\p{L}\p{N}]/gu) ?? []).length < minLetters) return null;
    for (
      let at = haystack.text.indexOf(needle);
      at !== -1;
      at = haystack.text.indexOf(needle, at + 1)
    ) {
      const end = at + needle.length;
      if (splitsWord(haystack.text, at) || splitsWord(haystack.text, end)) continue;
      return { start: haystack.offsets[at]!, end: haystack.offsets[end - 1]! + 1 };
    }
    return null;
  };
}

/** True when a word goes on across the boundary before `at`. */
function splitsWord(text: string, at: number): boolean {
  const word = /[\p{L}\p{N}]/u;
  return at > 0 && at < text.length && word.test(text[at - 1]!) && word.test(text[at]!);
}

const stripOuterQuotes = (quotation: string): string =>
  quotation
    .trim()
    .replace(/^(?:["“”«»]\s*)+/u, '')
    .replace(/(?:\s*["“”«»])+$/u, '');

/** `offsets[i]` is where character `i` of the normalised text stands in the original. */
function normalizeWithOffsets(text: string): { text: string; offsets: number[] } {
  const kept: string[] = [];
  const offsets: number[] = [];
  let space = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (/\s/u.test(character)) {
      space = true;
      continue;
    }
    const normal = normalCharacter(character, text, at);
    if (normal === '') continue;
    if (space && kept.length > 0) {
      kept.push(' ');
      offsets.push(at - 1);
    }
    space = false;
    kept.push(normal);
    offsets.push(at);
  }
  return { text: tightenQuotes(kept, offsets), offsets };
}

const emphasis = new Set(['*', '`']);
const singleQuotes = new Set(['’', '‘', 'ʼ', '´']);
const doubleQuotes = new Set(['“', '”', '„', '«', '»', '″']);

function normalCharacter(character: string, text: string, at: number): string {
  if (emphasis.has(character)) return '';
  if (character === '_' && !(isWord(text[at - 1]) && isWord(text[at + 1]))) return '';
  if (character === '\u200b' || character === '\ufeff' || character === '\u00ad') return '';
  if (singleQuotes.has(character)) return "'";
  if (doubleQuotes.has(character)) return '"';
  return character;
}

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** French quotation marks hold a space inside, English ones do not: no space is kept beside either. */
function tightenQuotes(kept: string[], offsets: number[]): string {
  let length = 0;
  for (let at = 0; at < kept.length; at += 1) {
    if (kept[at] === ' ' && (kept[at - 1] === '"' || kept[at + 1] === '"')) continue;
    kept[length] = kept[at]!;
    offsets[length] = offsets[at]!;
    length += 1;
  }
  kept.length = length;
  offsets.length = length;
  return kept.join('');
}
