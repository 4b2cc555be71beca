import type { Span } from '../documents/document.ts';
import { trimSpan } from '../documents/trim-span.ts';
import type { JudgedUnit } from './read-evidence.ts';

/** Quotations per criterion. */
export const maxQuotations = 3;
/** Longest quotation of a draft, in UTF-16 code units. */
export const maxQuotationLength = 280;

/** The units that show most of the signs asked for, in the order of the draft, as spans that can be quoted. */
export function chooseQuotations(
  text: string,
  units: readonly JudgedUnit[],
  asked: ReadonlySet<string>,
): readonly Span[] {
  const shown = ({ signs }: JudgedUnit) => [...signs].filter((name) => asked.has(name)).length;
  return [...units]
    .sort((a, b) => shown(b) - shown(a) || a.start - b.start)
    .slice(0, maxQuotations)
    .sort((a, b) => a.start - b.start)
    .map((unit) => quotable(text, unit))
    .filter(({ start, end }) => end > start);
}

/** As much of a span as a quotation holds, cut between words. */
export function quotable(text: string, span: Span): Span {
  const { start, end } = trimSpan(text, span);
  if (end - start <= maxQuotationLength) return { start, end };
  const cut = text.slice(start, start + maxQuotationLength).search(/\s\S*$/);
  return trimSpan(text, { start, end: start + (cut > 0 ? cut : maxQuotationLength) });
}
