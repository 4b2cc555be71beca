import type { Span } from '../documents/document.ts';
import { trimSpan } from '../documents/trim-span.ts';

/**
 * Where a text stands in a document, to the letter but for white space and the form of quotation marks, which editors
 * change unasked; the first place when there are several, `null` when there is none.
 */
export function locateQuotation(text: string, quotation: string): Span | null {
  const exact = text.indexOf(quotation);
  if (exact !== -1) return trimSpan(text, { start: exact, end: exact + quotation.length });
  const pattern = quotation
    .trim()
    .split(/\s+/)
    .map((word) =>
      Array.from(word)
        .map((letter) =>
          /['’‘ʼ]/.test(letter) ? "['’‘ʼ]" : letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'),
        )
        .join(''),
    )
    .join('\\s+');
  const found = new RegExp(pattern, 'u').exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}
