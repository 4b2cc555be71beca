import type { Span } from './document.ts';

/** Shortest quotation worth the name, in letters and digits. */
const minLetters = 3;

/**
 * Finds a quotation in a text, to the letter: only white space, quotation marks, apostrophes, dashes and Markdown
 * emphasis are normalised, and a quotation never begins or ends inside a word. Around it, an ellipsis, a full stop
 * that the text does not have and the case of the first letter are the sentence's that quotes, not the quotation's.
 * @returns the span of `text`, trimmed of emphasis marks it does not hold whole, or `null`
 */
export function findQuotation(text: string, quotation: string): Span | null {
  return createQuotationFinder(text)(quotation);
}

/** {@link findQuotation} for many quotations of one text, normalised once. */
export function createQuotationFinder(text: string): (quotation: string) => Span | null {
  const haystack = normalizeWithOffsets(text);
  return (quotation) => {
    const asked = normalizeWithOffsets(stripOuterMarks(quotation)).text.trim();
    if ((asked.match(/[\p{L}\p{N}]/gu) ?? []).length < minLetters) return null;
    for (const needle of wordings(asked)) {
      const span = findIn(haystack.text, needle);
      if (span) {
        return { start: haystack.offsets[span.start]!, end: haystack.offsets[span.end - 1]! + 1 };
      }
    }
    return null;
  };
}

/** The quotation itself, then without its last punctuation mark, then both with the first letter's other case. */
function wordings(asked: string): readonly string[] {
  const bare = asked.replace(/\s*[.,;:]$/, '');
  const forms = bare === asked ? [asked] : [asked, bare];
  return [...forms, ...forms.map(withOtherCase)];
}

function withOtherCase(text: string): string {
  const [first = ''] = text;
  const upper = first.toUpperCase();
  const other = upper === first ? first.toLowerCase() : upper;
  return other.length === first.length ? other + text.slice(first.length) : text;
}

function findIn(text: string, needle: string): Span | null {
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (!splitsWord(text, at) && !splitsWord(text, end)) return { start: at, end };
  }
  return null;
}

/** True when a word goes on across the boundary before `at`. */
function splitsWord(text: string, at: number): boolean {
  const word = /[\p{L}\p{N}]/u;
  return at > 0 && at < text.length && word.test(text[at - 1]!) && word.test(text[at]!);
}

const stripOuterMarks = (quotation: string): string =>
  quotation
    .trim()
    .replace(/^(?:(?:["“”«»…]|\.{3})\s*)+/u, '')
    .replace(/(?:\s*(?:["“”«»…]|\.{3}))+$/u, '');

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
const dashes = new Set(['‐', '‑', '–', '—', '−']);
const doubleQuotes = new Set(['“', '”', '„', '«', '»', '″']);

function normalCharacter(character: string, text: string, at: number): string {
  if (emphasis.has(character)) return '';
  if (character === '_' && !(isWord(text[at - 1]) && isWord(text[at + 1]))) return '';
  if (character === '\u200b' || character === '\ufeff' || character === '\u00ad') return '';
  if (singleQuotes.has(character)) return "'";
  if (doubleQuotes.has(character)) return '"';
  if (dashes.has(character)) return '-';
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
