/**
 * BM25F (Robertson, Zaragoza & Taylor, CIKM 2004): per field the term frequency is divided by
 * `1 - b + b * length / averageLength`, weighted, summed over the fields, then saturated with `k1`:
 * `idf * tf * (k1 + 1) / (k1 + tf)`.
 */
export type FieldSettings = {
  readonly weight: number;
  /** Length normalisation, 0 (none) to 1 (full). */
  readonly b: number;
};

/** Term-frequency saturation, the usual value for BM25. */
const k1 = 1.2;

/** `ln(1 + (N - df + .5) / (df + .5))`, of a term that `documentFrequency` of `size` documents hold; 0 is allowed. */
export const inverseDocumentFrequency = (size: number, documentFrequency: number): number =>
  Math.log(1 + (size - documentFrequency + 0.5) / (documentFrequency + 0.5));

/** What one occurrence in a field counts for: the field's weight, less in longer fields. */
export const occurrenceWeight = (
  { weight, b }: FieldSettings,
  { length, average }: { readonly length: number; readonly average: number },
): number => weight / (1 - b + (b * length) / average);

/** What a term adds to a document's score, from its idf and the weights of its occurrences summed. */
export const impactOf = (idf: number, frequency: number): number =>
  (idf * frequency * (k1 + 1)) / (k1 + frequency);

/** What a term of that weight in a query adds at most. */
export const impactBound = (idf: number, weight: number): number => weight * (k1 + 1) * idf;
