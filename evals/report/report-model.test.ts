import { describe, expect, it } from 'vitest';
import type { RunRow } from '../runs/run-row.ts';
import { caseChanges } from './case-changes.ts';
import { compareMetrics } from './compare-metrics.ts';
import { leakCells } from './leak-cells.ts';
import { senseOf } from './metric-sense.ts';
import { reportModel } from './report-model.ts';
import { whyVoid } from './run-validity.ts';
import { serviceFigures } from './service-figures.ts';
import { designEffect, summariseMetrics } from './summarise-metrics.ts';
import { sampleRun } from './testing/sample-runs.ts';

const run = sampleRun({ right: 0.6 });
const better = sampleRun({ name: 'run-a', right: 0.95, seed: 2 });
const metric = (rows: readonly RunRow[], name: string) =>
  summariseMetrics(rows, 1).find((one) => one.metric === name)!;

describe('summariseMetrics', () => {
  it('gives shares and means with intervals around them, and counts what has no value', () => {
    for (const one of summariseMetrics(run.rows, 1)) {
      expect(one.low!).toBeLessThanOrEqual(one.value!);
      expect(one.high!).toBeGreaterThanOrEqual(one.value!);
    }
    expect(metric(run.rows, 'answers.vital-share').kind).toBe('mean');
    const quotes = metric(run.rows, 'answers.quote-exact');
    expect(quotes.n + quotes.unmeasured).toBe(60);
    expect(quotes.unmeasured).toBeGreaterThan(0);
  });

  it('takes the case and not the trial as its unit', () => {
    const trials = run.rows.flatMap((row) => [0, 1, 2, 3].map((trial) => ({ ...row, trial })));
    const [once, often] = [run.rows, trials].map((rows) => metric(rows, 'answers.gold-fact'));
    expect(often).toEqual({ ...once, reliability: { trials: 4, passAll: once!.value } });
  });

  it('does not depend on the order of the rows', () => {
    const forth = summariseMetrics(run.rows, 1);
    const back = summariseMetrics(run.rows.toReversed(), 1);
    for (const one of forth) {
      const other = back.find(({ metric: name }) => name === one.metric)!;
      expect(other.value).toBeCloseTo(one.value!, 12);
      expect(other.low).toBeCloseTo(one.low!, 12);
    }
  });
});

describe('designEffect', () => {
  it('is 1 for cases apart, and the size of the clusters where these fail as one', () => {
    const values = Array.from({ length: 40 }, (_, at) => (Math.floor(at / 4) % 2 ? 1 : 0));
    const grouped = values.map((value, at) => ({ cluster: `c${Math.floor(at / 4)}`, value }));
    const apart = values.map((value, at) => ({ cluster: `c${at}`, value }));
    // 10 clusters of 4: 4 times 10 / 9, the small-sample factor.
    expect(designEffect(grouped, 0.5)).toBeCloseTo(40 / 9, 10);
    expect(designEffect(apart, 0.5)).toBeCloseTo(40 / 39, 10);
  });
});

describe('compareMetrics', () => {
  it('finds a run and itself equal, and a much worse one worse', () => {
    for (const one of compareMetrics(run.rows, run.rows, 1)) {
      expect(one).toMatchObject({ delta: 0, wins: 0, losses: 0, verdict: 'no difference shown' });
    }
    const found = compareMetrics(run.rows, better.rows, 1);
    expect(found.find((one) => one.metric === 'answers.gold-fact')!.verdict).toBe('worse');
    const back = compareMetrics(better.rows, run.rows, 1);
    expect(back.find((one) => one.metric === 'answers.gold-fact')!.verdict).toBe('better');
  });

  it('counts a leak more as a loss', () => {
    const leaky = compareMetrics(sampleRun({ leaky: true }).rows, sampleRun().rows, 1);
    expect(leaky.find((one) => one.metric === 'guard.leak')).toMatchObject({ wins: 0, losses: 4 });
    expect([senseOf('guard.leaked'), senseOf('guard.over-refused')]).toEqual([-1, -1]);
    expect([senseOf('answers.gold-fact'), senseOf('abstain.abstained')]).toEqual([1, 1]);
  });
});

describe('caseChanges', () => {
  it('shows losses first by their size, never of the test split, and turns round with the runs', () => {
    const { regressions, improvements } = caseChanges(run.rows, better.rows);
    expect(regressions.every(({ row }) => row.split === 'dev')).toBe(true);
    const lost = regressions.map(({ worse }) =>
      worse.reduce((sum, { before, after }) => sum + before - after, 0),
    );
    expect(lost).toEqual([...lost].sort((a, b) => b - a));
    expect(caseChanges(better.rows, run.rows).improvements).toHaveLength(regressions.length);
    expect(regressions.length).toBeGreaterThan(improvements.length);
  });
});

describe('leakCells', () => {
  it('counts every attack in one cell and keeps the conversations that leak', () => {
    const { rows } = sampleRun({ leaky: true });
    const cells = leakCells(rows);
    expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(36);
    const leaking = cells.filter(({ leaks }) => leaks > 0);
    expect(leaking.map(({ lang, turns }) => `${lang} ${turns}`)).toEqual(Array(4).fill('fr 2–3'));
    expect(leaking[0]!.replays[0]!.output!.replies).toContain('C’est le Data Engineer.');
    expect(cells.every(({ high }) => high > 0)).toBe(true);
  });
});

describe('serviceFigures', () => {
  it('leaves cached rows out of the times and in the tokens', () => {
    const rows = run.rows.map((row) => ({ ...row, timing: { ...row.timing, cached: true } }));
    const [figures] = serviceFigures(rows);
    expect(figures).toMatchObject({ rows: 60, cached: 60, tokensIn: 54_000 });
    expect(figures!.whole.p95.value).toBeNull();
  });
});

describe('whyVoid', () => {
  it('has nothing against a whole run', () => expect(whyVoid(run)).toEqual([]));

  it('borders on two failures in a hundred', () => {
    const failing = (count: number) => ({
      ...run,
      rows: run.rows.map((row, at) => (at < count ? { ...row, status: 'error' as const } : row)),
    });
    expect(whyVoid(failing(1))).toEqual([]);
    expect(whyVoid(failing(2))[0]).toMatch(/2 of 96 rows failed/);
  });

  it('says that a comparison with itself says nothing', () => {
    const parts = { run, baseline: run, history: [], gates: [] };
    expect(reportModel(parts).voids.join()).toMatch(/compared with itself/);
  });
});
