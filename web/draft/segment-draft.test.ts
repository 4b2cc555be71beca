import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentDraft, type DraftMark } from './segment-draft.ts';

const text = 'ShopNow lit les clics et les paniers.';

const someMarks = fc
  .array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 8 })
  .map((pairs) =>
    pairs
      .filter(([a, b]) => a !== b)
      .map(([a, b], at): DraftMark => ({
        id: String(at),
        about: 'données',
        start: Math.min(a, b),
        end: Math.max(a, b),
      })),
  );
const someSpan = fc
  .tuple(fc.nat(text.length), fc.nat(text.length))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

describe('segmentDraft', () => {
  it('gives the text back, in segments of which none is empty', () => {
    fc.assert(
      fc.property(someSpan, someMarks, (span, marks) => {
        const segments = segmentDraft(span, marks);
        const joined = segments.map(({ start, end }) => text.slice(start, end));
        expect(joined.join('')).toBe(text.slice(span.start, span.end));
        expect(joined).not.toContain('');
      }),
    );
  });

  it('covers every character by exactly the marks that quote it', () => {
    fc.assert(
      fc.property(someSpan, someMarks, (span, marks) => {
        for (const segment of segmentDraft(span, marks))
          for (let at = segment.start; at < segment.end; at += 1)
            expect(segment.marks).toEqual(
              marks.filter(({ start, end }) => start <= at && at < end),
            );
      }),
    );
  });

  it('ends every mark once, where the span holds its last character', () => {
    fc.assert(
      fc.property(someSpan, someMarks, (span, marks) => {
        const ended = segmentDraft(span, marks).flatMap(({ ending }) => ending.map(({ id }) => id));
        const within = marks.filter(({ end }) => end > span.start && end <= span.end);
        expect(ended.toSorted()).toEqual(within.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('makes nothing of an empty span', () => {
    expect(segmentDraft({ start: 4, end: 4 }, [])).toEqual([]);
  });
});
