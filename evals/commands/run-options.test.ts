import { describe, expect, it } from 'vitest';
import { readRunOptions } from './run-options.ts';

describe('readRunOptions', () => {
  it('runs main on the dev split by default', () => {
    expect(readRunOptions([])).toMatchObject({
      ...{ variant: 'main', baseline: null, suites: [], splits: ['dev'], trials: 1 },
      ...{ concurrency: null, perMinute: null, timeoutMs: 60_000, fresh: false, dryRun: false },
    });
  });

  it('reads suites in one list or several', () => {
    expect(readRunOptions(['--suite', 'answers,abstain', '--suite', 'guard']).suites).toEqual([
      'answers',
      'abstain',
      'guard',
    ]);
  });

  it.each([
    [['--split', 'holdout'], /--split is dev, test or all, not "holdout"/],
    [['--trials', '0'], /--trials is a whole number from 1 to 100/],
    [['--rate', '1.5'], /--rate is a whole number/],
    [['--variant', 'main', '--baseline', 'main'], /compared with itself never differs/],
    [['--prompt', 'x'], /--prompt/],
  ])('refuses %j', (args, complaint) => {
    expect(() => readRunOptions(args)).toThrow(complaint);
  });
});
