import { describe, expect, it } from 'vitest';
import { readOptions } from './bench-options.ts';

describe('readOptions', () => {
  it('measures everything on both splits when told nothing', () => {
    expect(readOptions([])).toMatchObject({
      splits: ['dev', 'test'],
      only: ['service', 'retrieval', 'answers', 'grouping', 'streams', 'robustness', 'page'],
      failures: null,
      kills: 0,
    });
  });

  it('never writes failing cases of the test split', () => {
    for (const split of [[], ['--split', 'test'], ['--split', 'all']]) {
      expect(() => readOptions([...split, '--failures', 'out.jsonl'])).toThrow(
        'not to be looked at',
      );
    }
    expect(readOptions(['--split', 'dev', '--failures', 'out.jsonl']).failures).toBe('out.jsonl');
  });

  it('takes several sections', () => {
    expect(readOptions(['--only', 'answers', '--only', 'retrieval,service']).only).toEqual([
      'answers',
      'retrieval',
      'service',
    ]);
  });

  it.each([[['--split', 'train']], [['--only', 'all']], [['--kills', 'many']], [['--wrong']]])(
    'refuses %j',
    (args) => {
      expect(() => readOptions(args)).toThrow();
    },
  );
});
