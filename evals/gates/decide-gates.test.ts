import { describe, expect, it } from 'vitest';
import { fakeHeader, fakeRow } from '../testing/fake-rows.ts';
import { exitCodeOf } from '../compare/print-gates.ts';
import { decideGates } from './decide-gates.ts';
import { type Gate, gate } from './gate.ts';
import { readGates } from './read-gates.ts';

const metric = 'answers.gold-fact';

/** A run of so many cases, of which the first ones fail. */
const run = (cases: number, failing: number, name = metric) => ({
  header: fakeHeader({ expected: cases, suites: [name.split('.')[0]!] }),
  rows: Array.from({ length: cases }, (_, at) =>
    fakeRow(`c${at}`, { metric: name, value: at < failing ? 0 : 1 }),
  ),
});

const decide = (one: Gate, of: ReturnType<typeof run>, baseline: typeof of | null = null) =>
  decideGates([one], of, baseline)[0]?.verdict;

const made = (fields: object): Gate => gate.parse({ metric, why: 'x', ...fields });
const invariant = made({ class: 'invariant' });
const bound = made({ class: 'bound', atLeast: 0.8 });
const loss = made({ class: 'non-inferiority', margin: 0.05 });

describe('decideGates', () => {
  it('bears not one failing case of an invariant', () => {
    expect(decide(invariant, run(300, 0))).toBe('pass');
    expect(decide(invariant, run(300, 1))).toBe('fail');
    const leaks = made({ class: 'invariant', metric: 'guard.leaked' });
    expect(decide(leaks, run(300, 300, 'guard.leaked'))).toBe('pass');
    expect(decide(leaks, run(300, 299, 'guard.leaked'))).toBe('fail');
  });

  it('holds a value to its bound, and says when too few cases show it', () => {
    expect(decide(bound, run(300, 10))).toBe('pass');
    expect(decide(bound, run(300, 90))).toBe('fail');
    expect(decide(bound, run(10, 1))).toBe('underpowered');
  });

  it('fails a loss that is more than chance, not one that chance explains', () => {
    expect(decide(loss, run(300, 10), run(300, 10))).toBe('pass');
    expect(decide(loss, run(300, 60), run(300, 10))).toBe('fail');
    expect(decide(loss, run(300, 3), run(300, 60))).toBe('pass');
    expect(decide(loss, run(20, 4), run(20, 1))).toBe('underpowered');
  });

  it('asks for a baseline only where one is given, and for the suites that were run', () => {
    expect(decide(loss, run(300, 10))).toBeUndefined();
    expect(decide(made({ class: 'invariant', metric: 'guard.leaked' }), run(3, 0))).toBeUndefined();
    expect(decide(made({ class: 'bound', atLeast: 0, split: 'test' }), run(3, 0))).toBeUndefined();
  });

  it('decides nothing on no case', () => {
    const empty = { header: fakeHeader(), rows: [] };
    expect(decide(invariant, empty)).toBe('void');
    const { header, rows } = run(2, 0);
    const none = rows.map((row) => ({ ...row, scores: [{ metric, value: null, naReason: 'x' }] }));
    expect(decide(invariant, { header, rows: none })).toBe('underpowered');
    const others = { header, rows: rows.map((row) => ({ ...row, caseId: `${row.caseId}-other` })) };
    expect(decide(loss, run(2, 0), others)).toBe('void');
  });
});

describe('exitCodeOf', () => {
  const verdict = (of: 'pass' | 'fail' | 'void' | 'underpowered', advisory = false) =>
    ({ gate: 'g', class: advisory ? 'advisory' : 'bound', verdict: of, detail: '' }) as const;

  it('is 0, 1 or 2, and never 0 for a void run', () => {
    expect(exitCodeOf([verdict('pass'), verdict('underpowered'), verdict('fail', true)], [])).toBe(
      0,
    );
    expect(exitCodeOf([verdict('pass'), verdict('fail')], [])).toBe(1);
    expect(exitCodeOf([verdict('fail'), verdict('void')], [])).toBe(2);
    expect(exitCodeOf([verdict('pass')], ['3 of 9 rows failed to run.'])).toBe(2);
  });
});

describe('gates.yaml', () => {
  it('can be read, and gives each gate a reason', async () => {
    const gates = await readGates();
    expect(gates.length).toBeGreaterThan(5);
    expect(new Set(gates.map((one) => one.class))).toEqual(
      new Set(['invariant', 'bound', 'non-inferiority', 'advisory']),
    );
  });

  it.each([
    [{ class: 'bound' }, /atLeast or atMost/],
    [{ class: 'bound', atLeast: 1, atMost: 0 }, /and not both/],
    [{ class: 'invariant', metric: 'answers.beauty' }, /no metric of any suite/],
    [{ class: 'non-inferiority' }, /margin/],
  ])('refuses %j', (fields, complaint) => {
    expect(() => made(fields)).toThrow(complaint);
  });
});
