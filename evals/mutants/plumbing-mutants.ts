import type { Run, RunRow } from '../runs/run-row.ts';
import type { RunMutant } from './mutant.ts';

const defect = (
  name: string,
  killers: readonly string[],
  tamper: RunMutant['tamper'],
  against?: RunMutant['against'],
): RunMutant => ({ ...{ name, area: 'plumbing', killers, tamper }, ...(against && { against }) });

const eachRow = (run: Run, change: (row: RunRow, at: number) => RunRow): Run => ({
  ...run,
  rows: run.rows.map(change),
});

/** Time as scores, so that the comparison of two runs sees it. */
export const withTimes = (row: RunRow): RunRow => ({
  ...row,
  scores: [
    ...row.scores.filter(({ metric }) => !metric.startsWith('service.')),
    { metric: 'service.latency-ms', value: row.timing.totalMs },
    { metric: 'service.ttft-ms', value: row.timing.ttftMs },
  ],
});

const slower =
  (times: number) =>
  (row: RunRow): RunRow =>
    withTimes({ ...row, timing: { ...row.timing, totalMs: row.timing.totalMs * times } });

/** Defects of what runs the tutor and keeps the rows. */
export const plumbingMutants: readonly RunMutant[] = [
  defect('is forty times slower', ['service.latency-ms'], (run) => eachRow(run, slower(40))),
  defect('holds the stream back to its end', ['service.ttft-ms'], (run) =>
    eachRow(run, (row) =>
      withTimes({ ...row, timing: { ...row.timing, ttftMs: row.timing.totalMs + 2_000 } }),
    ),
  ),
  defect('counts no tokens', ['void'], (run) =>
    eachRow(run, (row) => ({ ...row, usage: { ...row.usage, in: 0, out: 0 } })),
  ),
  defect('takes failures for empty answers', ['answers.gold-fact', 'answers.vital-facts'], (run) =>
    eachRow(run, (row, at) => (at % 4 === 0 ? emptied(row) : row)),
  ),
  defect('returns the first trial for all', ['void'], (run) => ({
    ...run,
    header: { ...run.header, trials: 3, expected: 3 * run.rows.length },
    rows: run.rows.flatMap((row) => [0, 1, 2].map((trial) => ({ ...row, trial }))),
  })),
  defect('skips half of the cases silently', ['void'], (run) => ({
    ...run,
    rows: run.rows.filter((_, at) => at % 2 === 0),
  })),
  defect('writes rows twice', ['void'], (run) => ({
    ...run,
    rows: run.rows.flatMap((row, at) => (at % 3 === 0 ? [row, row] : [row])),
  })),
  defect('fails on one case in twenty', ['void'], (run) =>
    eachRow(run, (row, at) =>
      at % 20 === 0 ? { ...row, status: 'error', error: 'broken', output: null, scores: [] } : row,
    ),
  ),
  defect('dies before the end', ['void'], (run) => ({ ...run, end: null })),
  defect(
    'compares a run with itself',
    ['void'],
    (run) => run,
    (_, tampered) => tampered,
  ),
];

/** A row as if an exception had been swallowed: an answer, and nothing in it. */
const emptied = (row: RunRow): RunRow => ({
  ...row,
  output: row.output && { ...row.output, decision: 'answer', text: '', citations: [] },
  scores: row.scores.map((score) =>
    score.value === null || score.metric === 'answers.answered' ? score : { ...score, value: 0 },
  ),
});
