import { describe, expect, it } from 'vitest';
import { readReportOptions } from './report-options.ts';

describe('readReportOptions', () => {
  it('reads one run and what to write of it', () => {
    expect(readReportOptions(['main', '--baseline', 'old', '--html', 'a.html'])).toEqual({
      ...{ run: 'main', baseline: 'old', html: 'a.html', junit: null, csv: null },
      ...{ markdown: null, trec: null, promptfoo: null },
    });
  });

  it.each([
    [[], /^Name one run/],
    [['a', 'b'], /^Name one run/],
    [['a', '--html', ''], /^--html needs a value/],
    [['a', '--pdf', 'x'], /--pdf/],
  ])('says what is wrong with %j', (args, sentence) => {
    expect(() => readReportOptions(args)).toThrow(sentence);
  });
});
