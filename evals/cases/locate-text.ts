import type { Span } from '../../server/documents/document.ts';

/**
 * Every place where `wanted` occurs in `text`, white space normalised on both sides (any run of it, no-break spaces
 * included, equals one space). Overlapping places count.
 */
export function locateText(text: string, wanted: string): readonly Span[] {
  const { plain, origins } = collapse(text);
  const needle = collapse(wanted).plain.trim();
  const found: Span[] = [];
  if (needle === '') return found;
  for (let at = plain.indexOf(needle); at !== -1; at = plain.indexOf(needle, at + 1)) {
    found.push({ start: origins[at]!, end: origins[at + needle.length - 1]! + 1 });
  }
  return found;
}

/** The text with every run of white space as one space, and where each of its code units came from. */
function collapse(text: string): { readonly plain: string; readonly origins: readonly number[] } {
  let plain = '';
  const origins: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const blank = /\s/.test(text[at]!);
    if (blank && plain.endsWith(' ')) continue;
    plain += blank ? ' ' : text[at]!;
    origins.push(at);
  }
  return { plain, origins };
}
