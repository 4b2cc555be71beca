import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiffLine } from './diff-lines.ts';
import { foldLines } from './fold-lines.ts';

const line: fc.Arbitrary<DiffLine> = fc.record({
  kind: fc.constantFrom('same' as const, 'same' as const, 'same' as const, 'added' as const),
  text: fc.string({ maxLength: 3 }),
});

describe('foldLines', () => {
  it('loses no line, and folds only equal ones', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        let at = 0;
        for (const part of foldLines(lines)) {
          const covered = lines.slice(at, at + (typeof part === 'number' ? part : 1));
          if (typeof part === 'number') {
            expect(part).toBeGreaterThan(2);
            expect(covered.every(({ kind }) => kind === 'same')).toBe(true);
          } else expect(covered).toEqual([part]);
          at += covered.length;
        }
        expect(at).toBe(lines.length);
      }),
    );
  });

  it('shows the line before and after a change', () => {
    const same = Array.from({ length: 9 }, (_, n): DiffLine => ({ kind: 'same', text: `${n}` }));
    const changed = same.with(4, { kind: 'added', text: 'x' });
    expect(foldLines(changed)).toEqual([3, changed[3], changed[4], changed[5], 3]);
  });
});
