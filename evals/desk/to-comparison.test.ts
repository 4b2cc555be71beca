import { expect, it } from 'vitest';
import { ownCases } from '../../server/contract/evals.ts';
import { reportModel } from '../report/report-model.ts';
import { sampleRun } from '../report/testing/sample-runs.ts';
import { toComparison } from './to-comparison.ts';

it('names a trainer’s own cases that were not dealt with as expected, and no others', () => {
  const run = sampleRun({ name: 'run', right: 0.5 });
  const [first, second, third] = run.rows.slice(0, 3).map((row, at) => ({
    ...{ ...row, suite: ownCases, caseId: `draft-${at}` },
    scores: [{ metric: `${ownCases}.as-expected`, value: [0, 1, null][at]! }],
  }));
  const own = { ...run, rows: [first!, second!, third!] };
  const model = reportModel({ run: own, baseline: null, history: [], gates: [] });
  expect(toComparison(model, []).missed).toEqual([
    {
      ...{ caseId: 'draft-0', language: first!.lang, turns: first!.turns },
      reply: expect.objectContaining({ text: first!.output?.text ?? '' }),
    },
  ]);
});
