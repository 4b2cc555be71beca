import type { Language } from '../language/detect-language.ts';
import type { Span } from './document.ts';
import { splitSentences } from './split-sentences.ts';

/** Widths, in UTF-16 code units, between which editors and mail programs wrap lines. */
const wrapWidths = { min: 60, max: 120 };
const openEnd =
  /(?:[,;(«–—-]|(?:^|[\s'’])(?:à|au|aux|avec|d|de|des|du|en|et|l|la|le|les|ou|par|pour|sur|un|une|a|an|and|for|in|of|on|or|the|to|with)['’]?)$/i;
const freshStart = /^[^\p{L}\p{N}\n]*[\p{Lu}\p{N}]|^\s*[→•▪◦‣·☐□]/u;

/**
 * Splits the text of one block into its sentences, taking lines that were written as lines for what they are.
 *
 * A line ends a sentence although no stop does when Markdown breaks it (two spaces at its end), or when it was not broken
 * for lack of room; the next line must begin as a sentence does. Wrapped prose is therefore left whole.
 */
export function splitParagraph(text: string, { start, end }: Span, language?: Language): Span[] {
  const sentences: Span[] = [];
  let from = start;
  for (const to of [...lineEnds(text.slice(start, end)).map((offset) => start + offset), end]) {
    for (const span of splitSentences(text.slice(from, to), language)) {
      sentences.push({ start: from + span.start, end: from + span.end });
    }
    from = to;
  }
  return sentences;
}

/** Offsets of the line breaks that end a sentence. */
function lineEnds(paragraph: string): number[] {
  const lines = paragraph.split('\n');
  const widest = lines.reduce((width, line) => Math.max(width, line.trim().length), 0);
  const mayBeWrapped = widest >= wrapWidths.min && widest <= wrapWidths.max;
  const ends: number[] = [];
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    offset += line.length;
    const next = lines[index + 1];
    if (next !== undefined && freshStart.test(next.slice(0, wrapWidths.max))) {
      const words = line.trim();
      const firstWord = next.trimStart().search(/\s|$/);
      const hadRoom = !mayBeWrapped || words.length + 1 + firstWord <= widest;
      if (/(?: {2,}|\\)$/.test(line) || (hadRoom && !openEnd.test(words.slice(-wrapWidths.min)))) {
        ends.push(offset);
      }
    }
    offset += 1;
  }
  return ends;
}
