import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentReason } from '../../../server/contract/documents.ts';
import { groupReasons } from './group-reasons.ts';

const reason = (detail: string, what: DocumentReason['what'] = 'exam'): DocumentReason => ({
  what,
  detail,
  lines: [1, 2],
});

describe('groupReasons', () => {
  it('loses no part, and has one group for each thing', () => {
    const some = fc.record({
      what: fc.constantFrom('exam' as const, 'worked solution' as const, 'chat' as const),
      detail: fc.constantFrom('under the heading “A” (its kind is exam)', 'something else'),
      lines: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(some), (reasons) => {
        const groups = groupReasons(reasons);
        expect(groups.flatMap(({ parts }) => parts)).toHaveLength(reasons.length);
        expect(new Set(groups.map(({ what }) => what)).size).toBe(groups.length);
      }),
    );
  });

  it('says a cause once where all parts share it, and not where they differ', () => {
    const a = reason('under the heading “A” (its kind is exam)');
    const b = reason('before the first heading (its kind is exam)');
    expect(groupReasons([a, b])).toMatchObject([{ cause: 'kind-exam', parts: [{}, {}] }]);
    expect(groupReasons([a, reason('under the heading “B”')])).toMatchObject([{ cause: null }]);
  });
});
