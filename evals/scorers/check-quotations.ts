import type { Citation } from '../../server/contract/course.ts';

/** How faithful the quotations and markers of one answer are. */
export type QuotationCounts = {
  readonly quotations: number;
  /** Found to the letter at their offsets in the stored text. */
  readonly exact: number;
  /** Markers in the text that no quotation stands behind. */
  readonly dangling: number;
  /** Quotations whose marker the text does not show. */
  readonly unshown: number;
};

/**
 * Checks the quotations of an answer against the texts of the corpus, to the letter: no folding, no fuzzy credit.
 * @param texts by document id
 */
export function checkQuotations(
  text: string,
  citations: readonly Pick<Citation, 'documentId' | 'start' | 'end' | 'quote' | 'marker'>[],
  texts: ReadonlyMap<string, string>,
): QuotationCounts {
  const shown = new Set([...text.matchAll(/\[(\d{1,3})\]/g)].map(([, marker]) => Number(marker)));
  const markers = new Set(citations.map(({ marker }) => marker));
  const exact = citations.filter(
    ({ documentId, start, end, quote }) =>
      quote !== '' && texts.get(documentId)?.slice(start, end) === quote,
  );
  return {
    quotations: citations.length,
    exact: exact.length,
    dangling: [...shown].filter((marker) => !markers.has(marker)).length,
    unshown: citations.filter(({ marker }) => !shown.has(marker)).length,
  };
}
