import type { Unsupported } from '../contract.ts';
import { splitSentences } from '../documents/split-sentences.ts';

/** Fewest words of a sentence that can be a claim. */
const minClaimWords = 4;

/**
 * The sentences of an answer that no quotation carries: those from which one was removed and none is left, and
 * claims that never had one. Questions and lead-ins ("Trois étapes :") claim nothing.
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
    const claims = words >= minClaimWords && !/[:?]\s*$/.test(sentence);
    return dropped || claims ? [{ start, end }] : [];
  });
}
