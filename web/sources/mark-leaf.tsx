import type { ReactNode } from 'react';
import type { Unsupported } from '../../server/contract/answers.ts';
import { alignOffsets } from './align-offsets.ts';

/** A span of a document's text, in UTF-16 code units. */
export type Highlight = Pick<Unsupported, 'start' | 'end'>;

/** Where a piece of text comes from. */
export type Origin = {
  readonly source: string;
  /** Offset of `source` in the document. */
  readonly start: number;
  /** The source may begin with a fence line, which holds none of the text. */
  readonly fenced: boolean;
};

/** A text with the part that the highlight covers in `<mark>`; `show` sets what is seen of it. */
export function markLeaf(
  value: string,
  { source, start, fenced }: Origin,
  highlight: Highlight,
  show: (text: string) => string = (text) => text,
): ReactNode {
  if (start >= highlight.end || start + source.length <= highlight.start) return show(value);
  const skipped = fenced && /^[`~]{3}/.test(source) ? source.indexOf('\n') + 1 : 0;
  const offsets = alignOffsets(value, source.slice(skipped)).map(
    (offset) => start + skipped + offset,
  );
  const from = offsets.findIndex((offset) => offset >= highlight.start);
  const to = offsets.findLastIndex((offset) => offset < highlight.end) + 1;
  if (from === -1 || from >= to) return show(value);
  return (
    <>
      {show(value.slice(0, from))}
      <mark>{show(value.slice(from, to))}</mark>
      {show(value.slice(to))}
    </>
  );
}
