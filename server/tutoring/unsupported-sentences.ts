import type { Unsupported } from '../contract.ts';
import { splitSentences } from '../documents/split-sentences.ts';

/** Fewest words of a sentence that can be a claim. */
const minClaimWords = 4;

/** What the tutor says of the course's silence, which nothing in the course could carry. */
const silence = [
  /(?:cours|sources?|leçons?|passages?|extraits?|énoncé|documents?)(?: [\p{L}«»-]+){0,4} (?:ne|n['’])(?: ?(?:le|la|les|l['’]|en))? ?(?:dit|disent|précisen?t?|donnen?t?|indiquen?t?|mentionnen?t?|fixen?t?|parlen?t?|expliquen?t?|définit|définissent|chiffren?t?|détaillen?t?|traiten?t?|contien(?:t|nent)|va|vont)(?= |[.,;:])/iu,
  /\b(?:course|sources?|lessons?|passages?|excerpts?|brief|documents?)(?: [\p{L}-]+){0,4} (?:(?:do|does|did)(?: not|n['’]t)|never|says? (?:nothing|no more))\b/iu,
];
/** What the tutor says of itself. */
const ownLimits = [
  /^\W*je (?:ne |n['’])(?:peux|rédige|fais|écris|donne|vais)/iu,
  /^\W*je (?:vous |te )?laisse/iu,
  /^\W*I (?:cannot|can['’]t|do not|don['’]t|won['’]t|will not|leave)\b/iu,
];
const claimsNothing = (sentence: string): boolean =>
  [...silence, ...ownLimits].some((pattern) => pattern.test(sentence));

/**
 * The sentences of an answer that no quotation carries: those from which one was removed and none is left, and
 * claims that never had one. Questions, lead-ins ("Trois étapes :"), and what the tutor says of itself or of the
 * course's silence claim nothing.
 * @param droppedAt offsets in `text` at which a quotation was removed
 */
export function unsupportedSentences(
  text: string,
  droppedAt: readonly number[],
): readonly Unsupported[] {
  // A marker after the full stop still belongs to the sentence before it.
  const masked = text.replace(/\[\d+\]/g, (marker) => ' '.repeat(marker.length));
  const sentences = splitSentences(masked);
  return sentences.flatMap(({ start, end }, index) => {
    const until = sentences[index + 1]?.start ?? text.length;
    // Before the first sentence there is none that a marker could belong to.
    const from = index === 0 ? 0 : start;
    const markers = text.slice(from, until).match(/\[\d+\]/g)?.length ?? 0;
    if (markers > 0) return [];
    const dropped = droppedAt.some((at) => at >= start && at <= until);
    const sentence = masked.slice(start, end);
    const words = sentence.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    const claims = words >= minClaimWords && !/[:?]\s*$/.test(sentence) && !claimsNothing(sentence);
    return dropped || claims ? [{ start, end }] : [];
  });
}
