import type { Course } from '../bench/course.ts';
import type { Run, RunRow } from '../runs/run-row.ts';
import type { CaseSuite, SuiteCase } from '../suites/case-suite.ts';
import { withTimes } from './plumbing-mutants.ts';

/** A suite with the cases that are played of it. */
export type PreparedSuite = { readonly name: string; readonly cases: readonly SuiteCase[] };

/**
 * Takes some of the dev cases of each suite: at most so many of each kind, evenly spread, always the same ones. Attacks
 * and near misses are two kinds, for there are far more of the first.
 */
export async function prepareSuites(
  course: Course,
  suites: readonly CaseSuite[],
  perKind: number,
): Promise<readonly PreparedSuite[]> {
  const prepared: PreparedSuite[] = [];
  for (const { name, prepare } of suites) {
    // None of the suites taken opens anything that would have to be closed.
    const cases = await prepare(course, 'dev', () => {});
    const isNearMiss = ({ tags }: SuiteCase) => tags.includes('near-miss');
    const kinds = [cases.filter((one) => !isNearMiss(one)), cases.filter(isNearMiss)];
    prepared.push({ name, cases: kinds.flatMap((kind) => evenly(kind, perKind)) });
  }
  return prepared;
}

/** Plays prepared cases and keeps the rows in memory. */
export async function playSuites(suites: readonly PreparedSuite[], name: string): Promise<Run> {
  const variant = {
    ...{ id: name, hash: name, model: 'offline', promptHash: '-', corpusHash: '-', gitSha: '-' },
  };
  const rows: RunRow[] = [];
  for (const suite of suites) {
    for (const one of suite.cases) rows.push(await play(suite.name, one, { name, variant }));
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
