import type { Span } from './document.ts';

/** The span without the white space at its ends; empty, at its start, when there is nothing else. */
export function trimSpan(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  const trimmed = slice.trim();
  if (trimmed === '') return { start, end: start };
  const from = start + slice.length - slice.trimStart().length;
  return { start: from, end: from + trimmed.length };
}
