import type { Unsupported } from '../contract/answers.ts';
import { splitSentences } from '../documents/split-sentences.ts';

/** Fewest words of a sentence that can be a claim. */
const minClaimWords = 4;

/** What the tutor says of the course's silence, which nothing in the course could carry. */
const silence = [
  /(?:cours|sources?|leçons?|passages?|extraits?|énoncé|documents?)(?: [\p{L}'’-]+){0,4} (?:ne |n['’])(?:le |la |les |l['’]|en |y )?(?:dit|disent|préci|donn|indiqu|mention|fix|parl|expliqu|défini|chiffr|détaill|trait|contien|compar|cit|abord|répond)/iu,
  /\b(?:course|sources?|lessons?|passages?|excerpts?|brief|documents?)(?: [\p{L}'’-]+){0,4} (?:(?:do|does|did)(?: not|n['’]t)|never|says? (?:nothing|no more)) /iu,
];
/** What the tutor says of itself. */
const ownLimits = [
  /^\W*je (?:(?:ne |n['’])(?:peux|vais|rédige|fais|écris|donne)|(?:vous |te )?laisse)/iu,
  /^\W*I (?:cannot|can['’]t|do not|don['’]t|won['’]t|will not|leave) /iu,
];
/** What makes it a claim again: a turn, or a limit (« ne compte que trois couches »). */
const turn = /[,;] (?:mais|or|toutefois|cependant|but|however|yet) |(?:ne |n['’])\p{L}+ qu[e'’]/iu;

const claimsNothing = (sentence: string): boolean =>
  ownLimits.some((pattern) => pattern.test(sentence)) ||
  (silence.some((pattern) => pattern.test(sentence)) && !turn.test(sentence));

/** Code claims nothing by itself: the sentence that brings it does. */
const withoutCode = (text: string): string =>
  text.replace(/^```[^]*?(?:^```|$(?![^]))/gmu, (code) => code.replace(/[^\n]/g, ' '));

/**
 * The sentences of an answer that no quotation carries: those from which one was removed and none is left, and
 * claims that never had one. Questions, lead-ins ("Trois étapes :"), code, and what the tutor says of itself or of
 * the course's silence claim nothing.
 * @param droppedAt offsets in `text` at which a quotation was removed
 */
export function unsupportedSentences(
  text: string,
  droppedAt: readonly number[],
): readonly Unsupported[] {
  // A marker after the full stop still belongs to the sentence before it.
  const masked = withoutCode(text.replace(/\[\d+\]/g, (marker) => ' '.repeat(marker.length)));
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
    const claims =
      words >= minClaimWords && !/[:?][\s*_»")]*$/.test(sentence) && !claimsNothing(sentence);
    return dropped || claims ? [{ start, end }] : [];
  });
}
