import type { RunHeader, RunRow, VariantRef } from '../runs/run-row.ts';

/** A variant's hashes for tests. */
export const fakeVariant: VariantRef = {
  ...{ id: 'main', hash: 'hash', model: 'offline', promptHash: 'prompt' },
  ...{ corpusHash: 'corpus', gitSha: 'sha' },
};

/** A header of one suite on the dev split. */
export const fakeHeader = (fields: Partial<RunHeader> = {}): RunHeader => ({
  ...{ kind: 'run', run: 'r1', startedAt: '2026-11-25T10:00:00.000Z', pid: 1 },
  ...{ variant: fakeVariant, suites: ['answers'], splits: ['dev'], trials: 1, seed: 1 },
  ...{ datasetHash: 'cases', expected: 1, command: 'npm run eval --' },
  ...fields,
});

/** A row with one score. */
export const fakeRow = (
  caseId: string,
  { metric, value }: { readonly metric: string; readonly value: number | null },
  fields: Partial<RunRow> = {},
): RunRow => ({
  ...{ kind: 'row', run: 'r1', variant: fakeVariant, suite: metric.split('.')[0]!, caseId },
  ...{ caseHash: caseId, split: 'dev', lang: 'fr', cluster: caseId, tags: ['short'] },
  ...{ turns: ['?'], turnCount: 1, trial: 0, status: 'ok' },
  output: {
    ...{ decision: 'answer', text: 'Oui.', citations: [], retrieved: [] },
    promptSha: 'prompt',
  },
  scores: [{ metric, value }],
  timing: { ttftMs: 1, totalMs: 2, cached: false },
  usage: { in: 1, out: 1, estimated: true, costUsd: 0 },
  ...fields,
});
