import type { Span } from './document.ts';
import { trimSpan } from './trim-span.ts';

/** Cuts a span into parts of at most `maxLength` UTF-16 code units, at spaces where there are any, never inside a character. */
export function cutAtSpaces(text: string, { start, end }: Span, maxLength: number): Span[] {
  const parts: Span[] = [];
  for (let from = start; from < end;) {
    const limit = Math.min(end, from + maxLength);
    const to = limit === end ? end : lastSpace(text, from, limit);
    const part = trimSpan(text, { start: from, end: to });
    if (part.end > part.start) parts.push(part);
    from = to;
  }
  return parts;
}

function lastSpace(text: string, from: number, limit: number): number {
  for (let at = limit; at > from; at -= 1) {
    if (/\s/.test(text.charAt(at))) return at;
  }
  const isInsidePair = limit - from > 1 && text.charCodeAt(limit) >> 10 === 0x37;
  return isInsidePair ? limit - 1 : limit;
}
