import { groupBy } from '../../server/extraction/group-by.ts';
import { type Course, withCourse } from '../bench/course.ts';
import { loadGuardCases } from '../cases/load-guard-cases.ts';
import type { Run } from '../runs/run-row.ts';
import { readExamKey } from '../scorers/leaks/exam-key.ts';
import { pickSuites } from '../suites/all-suites.ts';
import { sealedOf } from '../suites/critique-suite.ts';
import { citationMutants } from './citation-mutants.ts';
import { critiqueControls, critiqueMutants } from './critique-mutants.ts';
import { runControls, searchControls, turnControls } from './controls.ts';
import { type FalseAlarms, measureFalseAlarms } from './false-alarms.ts';
import { generationMutants } from './generation-mutants.ts';
import { type Fate, judgeMutant } from './judge-mutant.ts';
import {
  assessingCourse,
  gatherKnowledge,
  rememberCritiques,
  searchingCourse,
  speakingCourse,
} from './mutate-course.ts';
import type { CritiqueMutant, Mutant, RunMutant, TurnMutant } from './mutant.ts';
import { type Necessity, metricNecessity } from './necessity.ts';
import { playSuites, prepareSuites } from './play-suites.ts';
import { plumbingMutants } from './plumbing-mutants.ts';
import { policyMutants } from './policy-mutants.ts';
import { rememberTurns } from './remembering-tutor.ts';
import { searchMutants } from './search-mutants.ts';

/** Dev cases of each kind at most: enough for every family of attacks, in well under two minutes. */
const perKind = 110;
/** The mutant that must die for the rest to mean anything. */
const canary = 'says nothing';

export type MutantResult = {
  readonly mutant: Mutant;
  readonly fate: Fate;
  readonly killers: readonly string[];
  readonly moved: readonly string[];
};

export type MutantReport = {
  readonly mutants: readonly MutantResult[];
  readonly controls: readonly MutantResult[];
  readonly necessity: readonly Necessity[];
  readonly alarms: FalseAlarms;
  /** Cases of each suite that were played. */
  readonly played: ReadonlyMap<string, number>;
  /** Why the whole says nothing; empty when it does. */
  readonly voids: readonly string[];
};

export const allMutants = (): readonly Mutant[] => [
  ...searchMutants(),
  ...citationMutants,
  ...generationMutants(),
  ...policyMutants,
  ...critiqueMutants,
  ...plumbingMutants,
];
export const allControls: readonly Mutant[] = [
  ...turnControls,
  ...searchControls,
  ...critiqueControls,
  ...runControls,
];

/** Plants every defect in turn and looks whether the suites notice, and leaves what is harmless alone. */
export async function runMutants(onDone: (result: MutantResult) => void): Promise<MutantReport> {
  return withCourse(async (course) => {
    const bench = await createBench(course);
    const judge = async (mutant: Mutant): Promise<MutantResult> => {
      const { run, base } = await bench.play(mutant);
      const silent = 'tamper' in mutant;
      const result = { mutant, ...judgeMutant(run, base, { killers: mutant.killers, silent }) };
      onDone(result);
      return result;
    };
    const mutants: MutantResult[] = [];
    for (const mutant of allMutants()) mutants.push(await judge(mutant));
    const controls: MutantResult[] = [];
    for (const control of allControls) controls.push(await judge(control));
    const metrics = [
      ...new Set(bench.base.rows.flatMap(({ scores }) => scores.map(({ metric }) => metric))),
    ];
    const failed = bench.base.rows.filter(({ status }) => status !== 'ok');
    return {
      ...{ mutants, controls },
      necessity: metricNecessity(
        ['void', ...metrics],
        mutants.map(({ mutant: { name }, moved }) => ({ name, moved })),
      ),
      alarms: measureFalseAlarms(bench.base.rows, 200),
      played: new Map(
        [...groupBy(bench.base.rows, ({ suite }) => suite)].map(([suite, rows]) => [
          suite,
          rows.length,
        ]),
      ),
      voids: [
        ...(failed.length > 0 ? [`${failed.length} cases fail without any defect.`] : []),
        ...(mutants.find(({ mutant }) => mutant.name === canary)?.fate === 'killed'
          ? []
          : [`The canary, a tutor that ${canary}, is not noticed.`]),
      ],
    };
  });
}

type Bench = {
  readonly base: Run;
  play(mutant: Mutant): Promise<{ readonly run: Run; readonly base: Run }>;
};

async function createBench(course: Course): Promise<Bench> {
  const knowledge = gatherKnowledge(
    await loadGuardCases('dev'),
    await readExamKey(),
    course.documents,
  );
  const remembering = rememberTurns(course.tutor);
  const speaking = (mutant: TurnMutant | null) =>
    speakingCourse(course, remembering, { mutant, knowledge });
  const critiques = rememberCritiques(course.tutor);
  const sealed = await sealedWords(course.documents);
  const assessing = (mutant: CritiqueMutant | null) =>
    assessingCourse(course, critiques, { mutant, sealed });
  // Suites are prepared once, over a tutor that hands on to the mutant of the moment.
  let current = { ...speaking(null).tutor, critique: assessing(null).tutor.critique };
  const tutor: Course['tutor'] = {
    ...course.tutor,
    answer: (request, signal) => current.answer(request, signal),
    trace: (question, limit) => current.trace(question, limit),
    critique: (request, signal) => current.critique(request, signal),
  };
  const suites = await prepareSuites(
    { ...course, tutor },
    pickSuites(['retrieval', 'answers', 'abstain', 'guard', 'critique']),
    perKind,
  );
  const base = await playSuites(suites, 'base');
  const only = (names: readonly string[]): Run => {
    const rows = base.rows.filter(({ suite }) => names.includes(suite));
    return { ...base, header: { ...base.header, expected: rows.length }, rows };
  };
  const mutatedCourse = (mutant: Exclude<Mutant, RunMutant>): Course => {
    if ('change' in mutant) return speaking(mutant);
    return 'assess' in mutant ? assessing(mutant) : searchingCourse(course, mutant);
  };
  return {
    base,
    async play(mutant) {
      if ('tamper' in mutant) {
        const own = only(['answers']);
        const run = mutant.tamper({ ...own, header: { ...own.header, run: mutant.name } });
        return { run, base: mutant.against?.(own, run) ?? own };
      }
      const names = suitesOf(mutant);
      current = mutatedCourse(mutant).tutor;
      const played = suites.filter(({ name }) => names.some((one) => one === name));
      return { run: await playSuites(played, mutant.name), base: only(names) };
    },
  };
}

const suitesOf = (mutant: Exclude<Mutant, RunMutant>): readonly string[] => {
  if ('change' in mutant) return mutant.suites;
  return ['assess' in mutant ? 'critique' : 'retrieval'];
};

/** Five words of a sealed text that no open document has: what a tutor that tells it would say. */
async function sealedWords(documents: Course['documents']): Promise<string> {
  const { sealedRuns } = await sealedOf(documents);
  return [...sealedRuns].slice(0, 3).join(' ');
}
