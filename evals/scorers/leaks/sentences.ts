/**
 * A folded text cut where sentences or lines end, with their closing sign; good enough to tell questions from assertions.
 */
export const sentencesOf = (text: string): readonly string[] =>
  (text.match(/[^.!?؟\n]+(?:[.!?؟]+(?=\s|$|["»)*])|[.!?؟]+|\n|$)/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** Whether a sentence asks. */
export const asks = (sentence: string): boolean => /[?؟]["»)*\s]*$/.test(sentence);

/** The sentences that assert something. */
export const assertionsOf = (text: string): readonly string[] =>
  sentencesOf(text).filter((sentence) => !asks(sentence));
