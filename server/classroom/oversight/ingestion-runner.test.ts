import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { TutorError } from '../../errors.ts';
import { createIngestionRunner, type RunnerParts } from './ingestion-runner.ts';

/** A runner whose indexings end when they are told to. */
function atHand(onFailure: RunnerParts['onFailure'] = () => {}) {
  const ends: ((error?: Error) => void)[] = [];
  const runner = createIngestionRunner({
    pauseMs: 5,
    onFailure,
    reload: (report, signal) => {
      report('embedding', 1, 4);
      return new Promise((resolve, reject) => {
        ends.push((error) => (error ? reject(error) : resolve()));
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    },
  });
  const started = async (count: number) => {
    while (ends.length < count) await sleep(1);
  };
  return { runner, ends, started };
}

describe('createIngestionRunner', () => {
  it('is idle before anything changed', async () => {
    const { runner } = atHand();
    await runner.settled();
    expect(runner.view()).toEqual({
      ...{ stage: 'idle', done: 0, of: 0, problem: null, finishedAt: null },
    });
  });

  it('takes what comes together in one indexing, and what comes meanwhile in one more', async () => {
    const { runner, ends, started } = atHand();
    runner.changed('a.md');
    runner.changed('b.md', 'exam');
    expect(runner.view().stage).toBe('reading');
    await started(1);
    expect(runner.view()).toMatchObject({ stage: 'embedding', done: 1, of: 4 });
    runner.changed('c.md');
    runner.changed('a.md', 'lesson');
    expect([...runner.pending()]).toEqual([
      ['a.md', 'lesson'],
      ['b.md', 'exam'],
      ['c.md', null],
    ]);
    ends[0]!();
    await started(2);
    expect([...runner.pending().keys()]).toEqual(['c.md', 'a.md']);
    ends[1]!();
    await runner.settled();
    expect(ends).toHaveLength(2);
    expect(runner.pending().size).toBe(0);
    expect(runner.view()).toMatchObject({ stage: 'ready', problem: null });
  });

  it('says why one failed, keeps what it should have taken, and succeeds when it is started again', async () => {
    const told: unknown[] = [];
    const { runner, ends, started } = atHand((error) => told.push(error));
    runner.changed('a.md');
    await started(1);
    ends[0]!(new TutorError('corpus-invalid', 'exams/a.yaml, line 3: wrong.'));
    await runner.settled();
    expect(runner.view()).toMatchObject({
      stage: 'failed',
      problem: 'exams/a.yaml, line 3: wrong.',
    });
    expect([...runner.pending().keys()]).toEqual(['a.md']);
    runner.start();
    await started(2);
    ends[1]!();
    await runner.settled();
    expect(runner.view()).toMatchObject({ stage: 'ready', problem: null });
    expect(told).toHaveLength(1);
  });

  it('repeats nothing of a fault of the program', async () => {
    const { runner, ends, started } = atHand();
    runner.start();
    await started(1);
    ends[0]!(new RangeError('/secret/path'));
    await runner.settled();
    expect(runner.view().problem).not.toContain('secret');
  });

  it('gives up when it is closed, waiting or under way, tells nobody, and starts no more', async () => {
    const told: unknown[] = [];
    for (const wait of [false, true]) {
      const { runner, ends, started } = atHand((error) => told.push(error));
      runner.changed('a.md');
      if (wait) await started(1);
      await runner.close();
      expect(ends).toHaveLength(wait ? 1 : 0);
      runner.changed('b.md');
      runner.start();
      await runner.settled();
      expect(ends).toHaveLength(wait ? 1 : 0);
    }
    expect(told).toEqual([]);
  });
});
