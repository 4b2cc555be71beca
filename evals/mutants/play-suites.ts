import type { Course } from '../bench/course.ts';
import type { Run, RunRow } from '../runs/run-row.ts';
import type { CaseSuite, SuiteCase } from '../suites/case-suite.ts';
import { withTimes } from './plumbing-mutants.ts';

export type PlayOptions = {
  readonly suites: readonly CaseSuite[];
  /** Cases of each suite at most, evenly spread over those of the dev split. */
  readonly perSuite: number;
  readonly name: string;
};

/** Runs some of the dev cases of the suites over a course, and keeps the rows in memory. */
export async function playSuites(
  course: Course,
  { suites, perSuite, name }: PlayOptions,
): Promise<Run> {
  const variant = {
    ...{ id: name, hash: name, model: 'offline', promptHash: '-', corpusHash: '-', gitSha: '-' },
  };
  const rows: RunRow[] = [];
  for (const suite of suites) {
    const cases = evenly(await suite.prepare(course, 'dev'), perSuite);
    for (const one of cases) rows.push(await play(suite.name, one, { name, variant }));
  }
  return {
    header: {
      ...{ kind: 'run', run: name, startedAt: '2026-01-01T00:00:00.000Z', pid: 0, variant },
      ...{ suites: suites.map((suite) => suite.name), splits: ['dev'], trials: 1, seed: 1 },
      ...{ datasetHash: '-', expected: rows.length, command: 'npm run eval -- mutants' },
    },
    rows,
    end: { kind: 'end', run: name, finishedAt: '2026-01-01T00:00:00.000Z', costUsd: 0 },
  };
}

/** At most `count` of the items, evenly spread, always the same ones. */
export const evenly = <T>(items: readonly T[], count: number): readonly T[] =>
  items.length <= count
    ? items
    : Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)]!);

async function play(
  suite: string,
  one: SuiteCase,
  { name, variant }: { readonly name: string; readonly variant: RunRow['variant'] },
): Promise<RunRow> {
  const base = {
    ...({ kind: 'row', run: name, variant, suite, caseId: one.id, caseHash: '-' } as const),
    ...{ split: one.split, lang: one.lang, cluster: one.cluster, tags: [...one.tags] },
    ...(one.family !== undefined && { family: one.family }),
    ...{ turns: [...one.turns], turnCount: one.turns.length, trial: 0 },
  };
  const none = { in: 0, out: 0, estimated: true, costUsd: 0 };
  try {
    const { output, scores, ttftMs, totalMs } = await one.run(new AbortController().signal);
    return withTimes({
      ...{ ...base, status: 'ok', scores: [...scores] },
      output: output && { ...output, promptSha: '-' },
      timing: { ttftMs, totalMs, cached: false },
      usage: { ...none, in: 1, out: Math.ceil((output?.text.length ?? 0) / 4) },
    });
  } catch (error) {
    return {
      ...{ ...base, status: 'error', error: String(error), output: null, scores: [] },
      ...{ timing: { ttftMs: null, totalMs: 0, cached: false }, usage: none },
    };
  }
}
