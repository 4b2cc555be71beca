/** A quotation as it is marked in a draft: `text.slice(start, end)`, in UTF-16 code units. */
export type DraftMark = {
  /** Unique among the marks of a draft. */
  readonly id: string;
  /** Id of the point, a criterion or a finding on the whole draft, that quotes it. */
  readonly about: string;
  readonly start: number;
  readonly end: number;
};

/** A run of text that the same marks cover. */
export type DraftSegment = {
  readonly start: number;
  readonly end: number;
  /** Those that cover it, in the order given; empty for text that nothing quotes. */
  readonly marks: readonly DraftMark[];
  /** Those of them whose last character is the segment's. */
  readonly ending: readonly DraftMark[];
};

/** A span of a text, in UTF-16 code units. */
export type DraftSpan = { readonly start: number; readonly end: number };

/**
 * Cuts a span of a text wherever a mark begins or ends. The segments stand one after the other without a gap, none is
 * empty, and each is covered by exactly its marks; marks may overlap, hold each other, or reach beyond the span.
 */
export function segmentDraft(
  { start, end }: DraftSpan,
  marks: readonly DraftMark[],
): readonly DraftSegment[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.start, start));
    cuts.add(Math.min(mark.end, end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((to, at) => {
    const from = sorted[at]!;
    const covering = inside.filter((mark) => mark.start < to && mark.end > from);
    return {
      start: from,
      end: to,
      marks: covering,
      ending: covering.filter((mark) => mark.end === to),
    };
  });
}
