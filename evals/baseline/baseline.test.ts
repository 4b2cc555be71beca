import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeHeader, fakeRow } from '../testing/fake-rows.ts';
import { baselineFile, compareToBaseline, toSplitBaseline } from './baseline.ts';

const measured = (passing: number, metric = 'answers.gold-fact', cases = 150) =>
  toSplitBaseline({
    header: fakeHeader(),
    rows: Array.from({ length: cases }, (_, at) =>
      fakeRow(`c${at}`, { metric, value: at < passing ? 1 : 0 }),
    ),
    end: null,
  });

describe('compareToBaseline', () => {
  it('takes the loss of one case for a drop, and its gain for a rise', () => {
    expect(compareToBaseline(measured(100), measured(100))).toEqual({
      ...{ drops: [], rises: [], otherCases: false },
    });
    expect(compareToBaseline(measured(99), measured(100)).drops).toEqual([
      'answers.gold-fact 0.667 → 0.660 (n 150 → 150)',
    ]);
    expect(compareToBaseline(measured(101), measured(100))).toMatchObject({ drops: [] });
    expect(compareToBaseline(measured(101), measured(100)).rises).toHaveLength(1);
  });

  it('knows of which metrics less is better', () => {
    const leaks = (count: number) => measured(count, 'guard.leaked');
    expect(compareToBaseline(leaks(1), leaks(0)).drops).toHaveLength(1);
    expect(compareToBaseline(leaks(0), leaks(1)).drops).toEqual([]);
  });

  it('notices a metric that is gone and cases that are others', () => {
    const gone = compareToBaseline({ datasetHash: 'others', metrics: {} }, measured(1));
    expect(gone.drops).toEqual(['answers.gold-fact is no longer measured']);
    expect(gone.otherCases).toBe(true);
  });
});

describe('baseline.json', () => {
  it('can be read', async () => {
    const text = await readFile(join(import.meta.dirname, '..', 'baseline.json'), 'utf8');
    expect(baselineFile.safeParse(JSON.parse(text)).success).toBe(true);
  });
});
