import { decideGates } from '../../evals/gates/decide-gates.ts';
import { readGates } from '../../evals/gates/read-gates.ts';
import { reportModel } from '../../evals/report/report-model.ts';
import { sampleRun } from '../../evals/report/testing/sample-runs.ts';
import { toComparison } from '../../evals/desk/to-comparison.ts';
import type { Run } from '../../evals/runs/run-row.ts';
import type { EvalDesk } from '../../server/classroom/evals/eval-desk.ts';
import type { CaseExpectation, EvalRun, EvalVariant } from '../../server/contract/evals.ts';
import { TutorError } from '../../server/errors.ts';

const variants: readonly EvalVariant[] = [
  { id: 'main', description: 'As served.', model: 'offline', prompt: null, serving: true },
  { id: 'mine', description: 'Une idée à moi', model: 'offline', prompt: null, serving: false },
  { id: 'prompt-1', description: 'Plus court', model: 'gpt-exemple', prompt: 1, serving: false },
];

/** A desk without processes: two invented runs that differ, with hostile texts; a run started stays under way. */
export function sampleDesk(): EvalDesk & {
  /** Lets the run that was started come to its end. */
  finish(): void;
} {
  const measured = new Map<string, Run>([
    ['run-b', sampleRun({ name: 'run-b', right: 0.5 })],
    ['run-a', sampleRun({ name: 'run-a', right: 0.95, startedAt: '2026-11-24T08:05:00.000Z' })],
  ]);
  let runs: EvalRun[] = [...measured.values()].map(({ header, rows }) => ({
    ...{ run: header.run, variant: header.run === 'run-a' ? 'main' : 'cautious' },
    ...{ model: 'offline', suites: header.suites, splits: header.splits },
    ...{ startedAt: header.startedAt, status: 'complete', problem: null },
    ...{ cases: rows.length, of: rows.length },
  }));
  const find = (name: string): EvalRun => {
    const found = runs.find(({ run }) => run === name);
    if (found) return found;
    throw new TutorError('not-found', 'There is no such run.');
  };
  const change = (name: string, changes: Partial<EvalRun>): EvalRun => {
    runs = runs.map((one) => (one.run === name ? { ...one, ...changes } : one));
    return find(name);
  };
  const started = 'run-c';
  let expected: CaseExpectation | null = null;
  return {
    runs: () => Promise.resolve(runs),
    variants: () => Promise.resolve(variants),
    estimate: () =>
      Promise.resolve({
        ...{ cases: 1_271, cached: 12, calls: 1_203 },
        ...{ tokensIn: 1_737_926, tokensOut: 515_572, costUsd: 4.2 },
      }),
    async start(variant, ground) {
      if (variant === 'mine') throw new TutorError('eval-failed', 'mine.yaml:2: model is wrong.');
      if (runs.some(({ status }) => status === 'running'))
        throw new TutorError('conflict', 'Busy.');
      const running: EvalRun = {
        ...{ run: started, variant, model: 'offline', splits: ['dev'] },
        suites: ground === 'own' ? ['own-cases'] : ['answers'],
        ...{ startedAt: '2026-11-25T17:00:00.000Z', status: 'running', problem: null },
        ...{ cases: 203, of: 1_271 },
      };
      runs = [running, ...runs];
      return Promise.resolve(running);
    },
    stop: async (name) => Promise.resolve(change(find(name).run, { status: 'cut-short' })),
    async compare(name, other) {
      const [run, baseline] = [find(name), other === null ? null : find(other)];
      const gates = await readGates();
      const [one, two] = [measured.get(name)!, other === null ? null : measured.get(other)!];
      const verdicts = decideGates(gates, one, two);
      const model = reportModel({ run: one, baseline: two, history: [], gates: verdicts });
      return { ...toComparison(model, gates), run, baseline };
    },
    report: () => Promise.resolve('<!doctype html>'),
    adopt: () => Promise.resolve({ caseId: 'draft-1', replaced: 0 }),
    cases: () =>
      Promise.resolve([
        {
          ...{ caseId: 'draft-0a1b2c3d', language: 'fr', text: 'Le cours ne le dit pas.' },
          turns: ['Qu’est-ce qu’un data lake\u202f?', 'et son coût\u202f?'],
          expects: expected,
        },
      ]),
    async expect(_caseId, expectation) {
      expected = expectation;
      return this.cases();
    },
    course: () => Promise.resolve({ shipped: false }),
    close: () => Promise.resolve(),
    finish: () => void change(started, { status: 'complete', cases: 1_271 }),
  };
}
