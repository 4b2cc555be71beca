import type { Span } from './document.ts';

/** A part of a text that is kept whole where it fits. */
export type Part = Span & {
  /** It announces what follows: it ends a span only when nothing follows. */
  readonly isSticky?: boolean;
  /** Smaller parts that together hold all of it but white space. */
  readonly divide?: () => readonly Part[];
};

/** How far a whole part may go beyond the target length before it is divided. */
const tolerance = 1.6;
/** A span shorter than this, in UTF-16 code units, takes in what follows, or is taken in at the end. */
const smallLength = 250;

/**
 * Packs consecutive parts into spans of about the target length, in order and without overlap.
 *
 * A part is divided only when it is longer, by itself, than 1.6 times the target; a span may go as far so that none is
 * very small. A part that cannot be divided is never cut.
 */
export function packParts(parts: readonly Part[], target: number): Span[] {
  const limit = tolerance * target;
  const small = Math.min(smallLength, target / 3);
  const spans: Span[] = [];
  let current: Span | undefined;
  /** Start of the sticky parts that wait for what they announce. */
  let waiting: number | undefined;

  function close(): void {
    if (current !== undefined) spans.push(current);
    current = undefined;
  }

  function place(part: Part): void {
    const span: Span = { start: waiting ?? part.start, end: part.end };
    if (part.isSticky && lengthOf(span) <= target / 2) {
      waiting = span.start;
      return;
    }
    const room = current !== undefined && lengthOf(current) < small ? limit : target;
    if (current !== undefined && span.end - current.start <= room) {
      current = { start: current.start, end: span.end };
    } else {
      if (current !== undefined && room === target) close();
      const divided = lengthOf(span) > limit ? (part.divide?.() ?? []) : [];
      if (divided.length > 1) return divided.forEach(place);
      close();
      current = span;
    }
    waiting = undefined;
  }

  parts.forEach(place);
  const end = parts.at(-1)?.end ?? 0;
  if (waiting !== undefined) {
    const isNear = current !== undefined && end - current.start <= limit;
    if (!isNear) close();
    current = { start: isNear ? current!.start : waiting, end };
  }
  const last = spans.at(-1);
  if (current !== undefined && last !== undefined && lengthOf(current) < small) {
    if (current.end - last.start <= limit)
      current = { start: spans.pop()!.start, end: current.end };
  }
  close();
  return spans;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
