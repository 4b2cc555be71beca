import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvalRun } from '../../../server/contract/evals.ts';
import { referenceRun } from './reference-run.ts';

const someRun = (changes: Partial<EvalRun> = {}): EvalRun => ({
  ...{ run: 'r', variant: 'main', model: 'offline', suites: ['answers'], splits: ['dev'] },
  ...{ startedAt: '2026-11-25T10:00:00.000Z', status: 'complete', cases: 9, of: 9, problem: null },
  ...changes,
});
const at = (hour: number) => `2026-11-25T${String(hour).padStart(2, '0')}:00:00.000Z`;

const anyRuns = fc
  .array(
    fc.record({
      variant: fc.constantFrom('main', 'mine'),
      startedAt: fc.integer({ min: 0, max: 23 }).map(at),
      status: fc.constantFrom('complete' as const, 'cut-short' as const, 'running' as const),
      suites: fc.constantFrom(['answers'], ['answers', 'guard']),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.map((one, index) => someRun({ ...one, run: `r${index}` })));

describe('referenceRun', () => {
  it('is another complete run of what serves, of the same suites, and none came later', () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const run = runs[0]!;
        const reference = referenceRun(run, runs, 'main');
        if (reference === null) return;
        expect(reference).toMatchObject({ variant: 'main', status: 'complete' });
        expect(reference.suites).toEqual(run.suites);
        expect(reference.run).not.toBe(run.run);
        if (run.variant === 'main') expect(reference.startedAt < run.startedAt).toBe(true);
      }),
    );
  });

  it('is the newest of them, for a trial also where it ran after', () => {
    const runs = [
      someRun({ run: 'new', startedAt: at(12) }),
      someRun({ run: 'trial', variant: 'mine', startedAt: at(11) }),
      someRun({ run: 'old', startedAt: at(9) }),
    ];
    expect(referenceRun(runs[1]!, runs, 'main')?.run).toBe('new');
    expect(referenceRun(runs[0]!, runs, 'main')?.run).toBe('old');
    expect(referenceRun(runs[2]!, runs, 'main')).toBeNull();
  });

  it('is none where it is not known what serves', () => {
    const runs = [someRun({ run: 'a' }), someRun({ run: 'b', variant: 'mine' })];
    expect(referenceRun(runs[1]!, runs, null)).toBeNull();
  });
});
