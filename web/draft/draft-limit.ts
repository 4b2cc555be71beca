/**
 * Longest draft, in UTF-16 code units: the contract's `maxDraftLength`, which cannot be imported as a value without
 * the validator. A test holds the two together.
 */
export const draftLimit = 40_000;
