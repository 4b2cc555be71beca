/** Largest document, in bytes; the contract's, and a test holds them together. */
export const documentLimit = 5_000_000;

/** What a document may be; the contract's. */
export const kinds = [
  'lesson',
  'project',
  'scenario',
  'exercise',
  'solution',
  'assignment',
  'exam',
  'document',
] as const;

/** One of {@link kinds}. */
export type Kind = (typeof kinds)[number];
