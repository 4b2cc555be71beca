import { abbreviationRule } from './abbreviations.ts';
import type { Language } from '../language/detect-language.ts';
import type { Span } from './document.ts';
import { trimSpan } from './trim-span.ts';

/** Places where a sentence may end: a run of stops, or a blank line. */
const candidates = /[.!?…]+|\n[^\S\n]*\n/g;
/** What closes together with a sentence: quotation marks, brackets, Markdown marks, a quoted reference mark. */
const closers = /(?:[)\]}”’"'*_`~]|[^\S\n]?[»›])+/y;
/** An emoji after the stop belongs to the sentence, unless it is one that points at what follows. */
const emojiAfter =
  /[^\S\n]?(?:(?![\u{1f446}-\u{1f449}✅❌☑✔✖➡▶⚠📌🔹🔸💡📝📘📋🎯ℹ©®™])\p{Extended_Pictographic}(?:[\u{1f3fb}-\u{1f3ff}]|\ufe0f|\u200d)*)+(?=\s|(?![^]))/uy;
/** First letter or figure after a stop, past white space, opening marks and dashes; a bounded look ahead. */
const nextWord = /[^\p{L}\p{N}]{0,40}([\p{L}\p{N}])/uy;
const hasWord = /[\p{L}\p{N}]/u;
/** Words that follow a capital standing alone only where a sentence begins (`le plan B. Ensuite`, not `J. Dupont`). */
const sentenceOpeners =
  /^[«"“(*_\s]*(?:[LDCJNMSdl]['’]|(?:Le|La|Les|Un|Une|Des|Il|Elle|Ils|Elles|On|Ce|Cet|Cette|Ces|Nous|Vous|Je|En|Dans|Pour|Par|Sur|Avec|Si|Et|Mais|Puis|Ensuite|Enfin|Son|Sa|Ses|The|A|An|It|He|She|They|We|You|This|These|That|In|On|For|With|If|And|But|Then|Each|Both)(?![\p{L}\p{N}]))/u;
/** Longest abbreviation looked back for, in UTF-16 code units. */
const lookBack = 24;

/**
 * Splits a text into its sentences, French or English: trimmed spans in order, which leave out nothing but white space.
 *
 * A blank line ends a sentence, a single line break does not. Full stops inside abbreviations, initials, numbers, names of
 * files and sites, and after the number that opens a line, end nothing. A stop before a small letter ends a sentence only
 * when it is a full stop after a word too long to be an abbreviation. Linear time.
 */
export function splitSentences(text: string, language?: Language): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  let scanned = 0;
  let begun = false;
  const close = (end: number) => {
    const span = trimSpan(text, { start, end });
    if (span.end > span.start) sentences.push(span);
    start = end;
    begun = false;
  };
  for (const match of text.matchAll(candidates)) {
    if (match.index < scanned) continue;
    begun ||= hasWord.test(text.slice(scanned, match.index));
    scanned = match.index + match[0].length;
    if (match[0].startsWith('\n')) {
      close(match.index);
      continue;
    }
    if (!begun || !endsSentence(text, match.index, match[0], start, language)) continue;
    scanned = endOfClosing(text, scanned);
    close(scanned);
  }
  close(text.length);
  return sentences;
}

/** Whether a run of stops at `at` ends the sentence that began at `start`. */
function endsSentence(
  text: string,
  at: number,
  stops: string,
  start: number,
  language: Language | undefined,
): boolean {
  const end = endOfClosing(text, at + stops.length);
  if (end < text.length && !/\s/.test(text.charAt(end))) return false;
  const next = characterAfter(text, end);
  if (next === '') return true;
  const isSmall = next !== next.toUpperCase() && next === next.toLowerCase();
  if (stops !== '.') return !isSmall;
  const word = wordBefore(text, at, start);
  if (isNumbering(text, word, at, start)) return false;
  const rule = abbreviationRule(word, language);
  if (rule === 'never') return false;
  if (rule !== undefined) return !isSmall && !/\d/.test(next);
  if (/^(?:\p{Lu}\p{M}*[.-]*)+$/u.test(word) && /(?:^|[.-])\p{Lu}\p{M}*$/u.test(word)) {
    return sentenceOpeners.test(text.slice(end, end + lookBack).trimStart());
  }
  return !isSmall || /^\p{L}{5,}$/u.test(word);
}

function endOfClosing(text: string, from: number): number {
  const end = matchEnd(closers, text, from);
  return matchEnd(emojiAfter, text, end);
}

function matchEnd(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** The first letter or figure after `from`; empty when only marks or nothing follow, or a blank line comes first. */
function characterAfter(text: string, from: number): string {
  nextWord.lastIndex = from;
  const match = nextWord.exec(text);
  return match === null || /\n\s*\n/.test(match[0]) ? '' : match[1]!;
}

/** The unbroken characters before a stop, without opening marks; `p. ex` counts as one word. */
function wordBefore(text: string, at: number, start: number): string {
  const before = text.slice(Math.max(start, at - lookBack), at);
  const word = /[^\s(«"“[*_’'/]*$/u.exec(before)?.[0] ?? '';
  return word === 'ex' && /\bp\.\s?ex$/.test(before) ? 'p.ex' : word;
}

/** `1.`, `2.3.`, `a.` or `IV.` alone at the start of a line or of a sentence number what follows. */
function isNumbering(text: string, word: string, at: number, start: number): boolean {
  if (!/^(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[IVX]{1,5})$/.test(word)) return false;
  const from = Math.max(start, at - word.length - lookBack);
  const line = (from === start ? '\n' : '') + text.slice(from, at - word.length);
  return /\n[^\S\n]*[>#*_+-]*[^\S\n]*$/.test(line);
}
