import { describe, expect, it } from 'vitest';
import { score } from './table.ts';
import { targetTable, verdictOf } from './targets.ts';

describe('verdictOf', () => {
  it('says whether a target is met, and what is missing', () => {
    const recall = { name: 'recall@5', atLeast: 0.92 };
    const latency = { name: 'p95', atMost: 0.1 };
    expect(verdictOf({ target: recall, measured: 0.92, show: score })).toBe('met');
    expect(verdictOf({ target: recall, measured: 0.9, show: score })).toBe('short by .020');
    expect(verdictOf({ target: latency, measured: 0.15, show: score })).toBe('over by .050');
    expect(verdictOf({ target: latency, measured: 0, show: score })).toBe('met');
    expect(verdictOf({ target: recall, measured: null, show: score })).toBe('not measured');
  });
});

describe('targetTable', () => {
  it('shows what was asked beside what was measured', () => {
    const target = { name: 'dangling', atMost: 0 };
    expect(targetTable([{ target, measured: 0, show: String }])).toMatch(/dangling +≤ 0 +0 +met/);
  });
});
