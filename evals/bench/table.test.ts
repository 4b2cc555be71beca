import { describe, expect, it } from 'vitest';
import { ms, percent, score, table } from './table.ts';

describe('table', () => {
  it('sets words to the left and numbers to the right, under a head and a rule', () => {
    expect(
      table(
        ['slice', 'n', 'recall'],
        [
          ['short', 12, '.900'],
          ['follow-up', 7, '1.000'],
        ],
      ).split('\n'),
    ).toEqual([
      'slice      n   recall',
      '─────────  ──  ──────',
      'short      12    .900',
      'follow-up   7   1.000',
    ]);
  });
});

describe('score, percent, ms', () => {
  it('write numbers as they are read', () => {
    expect([score(0.8424), score(1), score(null)]).toEqual(['.842', '1.000', '–']);
    expect([percent(0.913), percent(null)]).toEqual(['91.3 %', '–']);
    expect([ms(1.234), ms(23.46), ms(1234.5), ms(null)]).toEqual([
      '1.23 ms',
      '23.5 ms',
      '1235 ms',
      '–',
    ]);
  });
});
