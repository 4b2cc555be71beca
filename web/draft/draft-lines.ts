import type { DraftSpan } from './segment-draft.ts';

/** A line of a draft without its line end, and what Markdown would make of it. */
export type DraftLine = DraftSpan & {
  readonly kind: 'text' | 'heading' | 'blank';
  /** Code units at the beginning that are signs of Markdown (`## `), shown faintly. */
  readonly signs: number;
};

/**
 * The lines of a draft, in order. A draft is shown as it was written, signs included, so that every offset stays true;
 * only headings look different.
 */
export function draftLines(text: string): readonly DraftLine[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const own = { start, end: start + line.length };
    start = own.end + 1;
    const signs = /^#{1,6}\s+(?=\S)/.exec(line)?.[0].length ?? 0;
    const kind = line.trim() === '' ? 'blank' : signs > 0 ? 'heading' : 'text';
    return { ...own, kind, signs };
  });
}
