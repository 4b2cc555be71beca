import { describe, expect, it } from 'vitest';
import { caseChanges } from '../report/case-changes.ts';
import { fakeRow } from '../testing/fake-rows.ts';
import { printChanges } from './print-changes.ts';

const metric = 'answers.gold-fact';
const before = fakeRow('c1', { metric, value: 1 });
const now = fakeRow('c1', { metric, value: 0 });
const withText = (row: typeof now, text: string, doc = 'lecon') => ({
  ...row,
  output: {
    ...row.output!,
    ...{ text, retrieved: [{ doc, start: 0, end: 9, rank: 1, section: '' }] },
  },
});

describe('printChanges', () => {
  it('shows both texts, what was found, and what the score rests on', () => {
    const changed = {
      ...withText(now, 'Le RTO.', 'autre'),
      scores: [{ metric, value: 0, evidence: { missing: ['24 h'] } }],
    };
    const { regressions } = caseChanges([changed], [withText(before, 'Le RPO.')]);
    const shown = printChanges('Regressions', regressions, 5);
    for (const part of [
      ...['c1', 'Le RPO.', 'Le RTO.', 'lecon#0-9', 'autre#0-9', '24 h'],
      'answers.gold-fact 1 → 0',
    ]) {
      expect(shown).toContain(part);
    }
  });

  it('lets no text take hold of the terminal', () => {
    const { regressions } = caseChanges([withText(now, '\u001b[2J\u0007gone\nline')], [before]);
    expect(printChanges('Regressions', regressions, 5)).toMatch(/\] \[2J gone line$/m);
  });

  it('says that there is none, and how many are not shown', () => {
    expect(printChanges('Regressions', [], 5)).toBe('Regressions: none.');
    const rows = (value: number) => ['a', 'b', 'c'].map((id) => fakeRow(id, { metric, value }));
    const { regressions } = caseChanges(rows(0), rows(1));
    expect(printChanges('Regressions', regressions, 1)).toContain('… and 2 more: add --show 3.');
  });
});
