import { describe, expect, it } from 'vitest';
import { fakeRow } from '../testing/fake-rows.ts';
import { printFailures } from './print-failures.ts';

describe('printFailures', () => {
  it('counts the reasons, and says nothing when there are none', () => {
    const score = { metric: 'answers.answered', value: 1 };
    const fine = fakeRow('a', score);
    const broken = (id: string, error: string) =>
      fakeRow(id, score, { status: 'error', error, scores: [], output: null });
    expect(printFailures([fine])).toBe('');
    const rows = [fine, broken('b', 'Once.'), broken('c', 'Twice.'), broken('d', 'Twice.')];
    expect(printFailures(rows)).toBe('Not measured:\n  2 × error: Twice.\n  1 × error: Once.');
  });
});
