import { describe, expect, it } from 'vitest';
import { readEvalOptions } from './eval-options.ts';

const suites = ['guard', 'answers'];

describe('readEvalOptions', () => {
  it('takes every suite and every split by default', () => {
    expect(readEvalOptions([], suites)).toEqual({
      names: suites,
      splits: ['dev', 'test'],
      adaptive: true,
      failures: null,
    });
  });

  it('takes names, a split and a file', () => {
    const args = ['guard', '--split', 'dev', '--failures', 'out.jsonl'];
    expect(readEvalOptions(args, suites)).toEqual({
      names: ['guard'],
      splits: ['dev'],
      adaptive: false,
      failures: 'out.jsonl',
    });
  });

  it('takes the adaptive cases alone, which may be looked at', () => {
    const args = ['guard', '--split', 'adaptive', '--failures', 'out.jsonl'];
    expect(readEvalOptions(args, suites)).toMatchObject({ splits: [], adaptive: true });
  });

  it.each([
    [['gard'], /no suite "gard"; there is guard, answers/],
    [['guard', '--split', 'holdout'], /--split is dev, test, adaptive or all/],
    [['guard', '--failures', 'out.jsonl'], /not to be looked at: add --split dev/],
    [['guard', '--split', 'test', '--failures', 'out.jsonl'], /not to be looked at/],
    [['--only', 'guard'], /Unknown option/],
  ])('refuses %j', (args, problem) => {
    expect(() => readEvalOptions(args, suites)).toThrow(problem);
  });
});
