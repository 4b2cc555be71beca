/**
 * Longest question, in UTF-16 code units after trimming: the contract's `maxQuestionLength`, which cannot be imported
 * as a value without the validator (25 kB). A test holds the two together.
 */
export const questionLimit = 4_000;
