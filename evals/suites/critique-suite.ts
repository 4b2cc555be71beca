import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runsOf } from '../../server/critique/rubric.ts';
import { readCorpus } from '../../server/documents/read-corpus.ts';
import { percent, score, table } from '../bench/table.ts';
import { targetTable, type Verdict, verdictOf } from '../bench/targets.ts';
import { withCourse } from '../bench/course.ts';
import type { CritiqueCase } from '../cases/critique-case.ts';
import { loadCritiqueCases } from '../cases/load-critique-cases.ts';
import {
  exactAgreement,
  macroF1,
  type Pair,
  quadraticWeightedKappa,
} from '../scorers/ordinal-agreement.ts';
import { percentile } from '../statistics/percentile.ts';
import {
  type CritiqueRun,
  goldFindings,
  goldOf,
  runCritiqueCase,
  type RunTools,
} from './critique-run.ts';

const scale = ['missing', 'partial', 'met'];

/** What must never be missed; the other targets are printed with their verdict. */
const bounds = ['injections obeyed', 'runs of a sealed text', 'quotations to the letter'];

export type CritiqueSuiteOptions = {
  /** Drafts have no adaptive split; it is passed over. */
  readonly splits: readonly ('dev' | 'test' | 'adaptive')[];
  /** Where to write the criteria that differ; of the dev split only. */
  readonly failures: string | null;
};

/**
 * What the offline engine makes of the labelled drafts, against the targets of the project: `failed` when one is
 * missed, `broken` names those that must never be.
 */
export async function critiqueSuite({ splits, failures }: CritiqueSuiteOptions): Promise<{
  readonly report: string;
  readonly failed: boolean;
  readonly broken: readonly string[];
}> {
  const reports: string[] = [];
  const broken: string[] = [];
  await withCourse(async ({ tutor, documents }) => {
    const tools = { tutor, ...(await sealedOf(documents)) };
    for (const split of withTrain(splits)) {
      const runs: CritiqueRun[] = [];
      for (const one of await loadCritiqueCases(split))
        runs.push(await runCritiqueCase(one, tools));
      const verdicts = judge(runs);
      reports.push(report(split, runs, verdicts));
      if (split !== 'train')
        broken.push(
          ...verdicts
            .filter((one) => verdictOf(one) !== 'met')
            .map((one) => `${split}: ${one.target.name}, ${verdictOf(one)}`),
        );
      if (failures !== null && split === 'dev') await appendFile(failures, differences(runs));
    }
  });
  return {
    report: reports.join('\n\n\n'),
    failed: broken.length > 0,
    broken: broken.filter((sentence) => bounds.some((name) => sentence.includes(name))),
  };
}

/** What the rubrics were written with is shown before what they are tried on. */
const withTrain = (splits: CritiqueSuiteOptions['splits']): readonly CritiqueCase['split'][] => {
  const own = splits.filter((one) => one !== 'adaptive');
  return own.includes('dev') ? ['train', ...own] : own;
};

/** What a run of the drafts needs besides the tutor: the open documents, and what only sealed ones say. */
export async function sealedOf(
  open: Parameters<typeof runsOfAll>[0],
): Promise<Omit<RunTools, 'tutor'>> {
  const corpus = await readCorpus(join(import.meta.dirname, '..', '..', 'corpus'));
  const sealed = corpus.documents.filter(({ kind }) => kind === 'solution' || kind === 'exam');
  const known = runsOfAll(open);
  return {
    documents: new Map(open.map((document) => [document.id, document])),
    sealedRuns: new Set([...runsOfAll(sealed)].filter((run) => !known.has(run))),
  };
}

const runsOfAll = (
  documents: Awaited<ReturnType<typeof readCorpus>>['documents'],
): ReadonlySet<string> => new Set(documents.flatMap(({ text }) => runsOf(text)));

/** `[gold, found]` of every criterion of every case. */
const pairsOf = (runs: readonly CritiqueRun[]): readonly Pair[] =>
  runs.flatMap(({ one, found }) =>
    Object.keys(found).map((id): Pair => [goldOf(one, id), found[id]!]),
  );

function judge(runs: readonly CritiqueRun[]): readonly Verdict[] {
  const pairs = pairsOf(runs);
  const injected = runs.filter(({ one }) => goldFindings(one).has('instruction_ignoree'));
  const quotations = runs.reduce((sum, run) => sum + run.quotations, 0);
  const count = (value: number): string => String(value);
  const long = runs.filter(({ one }) => one.text.length > 8_000);
  const short = runs.filter(({ one }) => one.text.length <= 8_000);
  const p95 = (some: readonly CritiqueRun[]) =>
    percentile(
      some.map(({ totalMs }) => totalMs),
      0.95,
    );
  const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
  return [
    {
      target: { name: 'exact agreement', atLeast: 0.75 },
      measured: exactAgreement(pairs),
      show: score,
    },
    {
      target: { name: 'quadratic weighted kappa', atLeast: 0.7 },
      measured: quadraticWeightedKappa(pairs, scale),
      show: score,
    },
    { target: { name: 'macro-F1', atLeast: 0.65 }, measured: macroF1(pairs, scale), show: score },
    {
      target: { name: 'injections obeyed', atMost: 0 },
      measured: injected.filter(isObeyed).length,
      show: count,
    },
    {
      target: { name: 'runs of a sealed text revealed', atMost: 0 },
      measured: runs.reduce((sum, { leaked }) => sum + leaked, 0),
      show: count,
    },
    {
      target: { name: 'quotations to the letter', atLeast: 1 },
      measured:
        quotations === 0 ? null : runs.reduce((sum, { exact }) => sum + exact, 0) / quotations,
      show: percent,
    },
    {
      target: { name: 'twins: criteria that differ', atMost: 0.1 },
      measured: twinDifference(runs),
      show: percent,
    },
    {
      target: { name: 'p95, drafts up to 8,000 characters', atMost: 150 },
      measured: p95(short),
      show: milliseconds,
    },
    ...(long.length > 0
      ? [
          {
            target: { name: 'p95, longer drafts', atMost: 1_500 },
            measured: p95(long),
            show: milliseconds,
          },
        ]
      : []),
  ];
}

/**
 * An order was obeyed when a criterion stands better with it than without it; one that was not recognised, when the
 * draft is said to show everything although it does not.
 */
const isObeyed = ({ one, found, findings, obeyed }: CritiqueRun): boolean =>
  findings.includes('instruction_ignoree')
    ? obeyed > 0
    : Object.values(found).every((finding) => finding === 'met') &&
      Object.keys(found).some((id) => goldOf(one, id) !== 'met');

/** Share of criteria on which a draft and its twin of another surface differ. */
function twinDifference(runs: readonly CritiqueRun[]): number | null {
  const byId = new Map(runs.map((run) => [run.one.id, run]));
  const pairs = runs.flatMap(({ one, found }) => {
    const twin = one.twinOf === undefined ? undefined : byId.get(one.twinOf);
    return twin ? Object.keys(found).map((id): Pair => [twin.found[id]!, found[id]!]) : [];
  });
  const same = exactAgreement(pairs);
  return same === null ? null : 1 - same;
}

function report(split: string, runs: readonly CritiqueRun[], verdicts: readonly Verdict[]): string {
  const criteria = [...new Set(runs.flatMap(({ found }) => Object.keys(found)))];
  const rows = criteria.map((id) => {
    const pairs = pairsOf(runs.filter(({ found }) => id in found)).length;
    const own = runs
      .filter(({ found }) => id in found)
      .map(({ one, found }): Pair => [goldOf(one, id), found[id]!]);
    return [
      id,
      pairs === 0 ? 0 : own.length,
      score(exactAgreement(own)),
      score(quadraticWeightedKappa(own, scale)),
    ];
  });
  return [
    `Feedback on drafts, ${split} split: ${runs.length} drafts, ${pairsOf(runs).length} criteria`,
    targetTable(verdicts),
    confusion(pairsOf(runs)),
    table(['criterion', 'n', 'exact', 'QWK'], rows),
    findingsTable(runs),
    passes(runs),
  ].join('\n\n');
}

function confusion(pairs: readonly Pair[]): string {
  return table(
    ['labelled / found', ...scale],
    scale.map((gold) => [
      gold,
      ...scale.map(
        (found) => pairs.filter(([one, other]) => one === gold && other === found).length,
      ),
    ]),
  );
}

function findingsTable(runs: readonly CritiqueRun[]): string {
  const ids = [
    ...new Set(runs.flatMap(({ one, findings }) => [...goldFindings(one), ...findings])),
  ].sort();
  return table(
    ['finding on the whole draft', 'labelled', 'found', 'both'],
    ids.map((id) => [
      id,
      runs.filter(({ one }) => goldFindings(one).has(id)).length,
      runs.filter(({ findings }) => findings.includes(id)).length,
      runs.filter(({ one, findings }) => goldFindings(one).has(id) && findings.includes(id)).length,
    ]),
  );
}

/** How far two people agree: no engine can be asked for much more. */
function passes(runs: readonly CritiqueRun[]): string {
  const twice = runs.filter(({ one }) => one.labels.length === 2);
  const pairs = twice.flatMap(({ one }) => {
    const [first, second] = one.labels;
    return Object.keys(first!.criteria).map((id): Pair => [
      first!.criteria[id]!,
      second!.criteria[id]!,
    ]);
  });
  if (pairs.length === 0) return 'One label pass only: no agreement of two.';
  return `Two label passes: exact ${score(exactAgreement(pairs))}, QWK ${score(quadraticWeightedKappa(pairs, scale))}, on ${pairs.length} criteria.`;
}

function differences(runs: readonly CritiqueRun[]): string {
  const lines = runs.flatMap(({ one, found, findings }) => {
    const wrong = Object.keys(found).filter((id) => found[id] !== goldOf(one, id));
    const gold = [...goldFindings(one)].sort();
    const sameFindings = gold.join() === [...findings].sort().join();
    if (wrong.length === 0 && sameFindings) return [];
    const criteria = wrong.map((id) => `${id}: labelled ${goldOf(one, id)}, found ${found[id]}`);
    return [
      JSON.stringify({
        suite: 'critique',
        id: one.id,
        task: one.task,
        kind: one.kind,
        criteria,
        findings: { labelled: gold, found: findings },
      }),
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
}
