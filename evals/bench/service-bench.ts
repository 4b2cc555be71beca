import { availableParallelism, loadavg } from 'node:os';
import { loadCases } from '../cases/load-cases.ts';
import { percentile } from '../statistics/percentile.ts';
import { answerBesideRun } from './answer-beside-run.ts';
import { type Course, readOpenDocuments, withCourse } from './course.ts';
import { type IngestionTimes, measureIngestion } from './measure-ingestion.ts';
import { measureReloads, type ReloadTimes } from './measure-reload.ts';
import { measureStart, type StartTimes } from './measure-start.ts';
import { playCase } from './play-case.ts';
import { addedMs, measureStoring, type StoringTimes } from './storing-bench.ts';
import { ms, table } from './table.ts';
import { targetTable, type Verdict } from './targets.ts';
import { tutorQuery } from './tutor-queries.ts';

type CourseTimes = {
  readonly chunks: number;
  readonly indexMs: number;
  readonly firstAnswerMs: number;
  readonly answerMs: readonly number[];
  readonly storing: StoringTimes;
  /** The same while a trainer's run goes on. */
  readonly besideMs: readonly number[];
  readonly memory: NodeJS.MemoryUsage;
};

/**
 * Times indexing, answers and retrieval, and reads memory, in this process. The small index is made first, with cold
 * code, as after a start. Times hold for the machine they are taken on.
 */
export async function serviceBench(): Promise<string> {
  const originals = await readOpenDocuments();
  const small = await measureIngestion({ originals, chunks: 1_000, queries: [] });
  const { times, queries, questions } = await measureCourse();
  const started = await measureStart(questions);
  const reloads = await measureReloads();
  const large = await measureIngestion({ originals, chunks: 20_000, queries });
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  const rows = [
    ...ingestionRows(small),
    ...courseRows(times),
    ...startRows(started),
    ...reloadRows(reloads),
    ...ingestionRows(large),
  ];
  return [
    `Service, on ${process.platform} ${process.arch}, Node ${process.versions.node}`,
    `Load average ${load.toFixed(1)} on ${cores} cores: above ${cores} the times say more about the machine.`,
    table(['measure', ''], rows),
    targetTable([...verdicts(times, reloads, small, large), ...startVerdicts(started)]),
  ].join('\n\n');
}

async function measureCourse() {
  const started = performance.now();
  return withCourse(async (course) => {
    const indexMs = performance.now() - started;
    const conversations = await allTurns(course);
    const [first] = conversations;
    const firstAnswerMs = (await playCase(first!, course.tutor)).latencyMs;
    const answerMs: number[] = [];
    for (const turns of [...conversations.slice(0, warmUp), ...conversations]) {
      answerMs.push((await playCase(turns, course.tutor)).latencyMs);
    }
    const besideMs = await answerBesideRun(course, conversations);
    const queries = [];
    for (const turns of conversations) queries.push(await tutorQuery(turns, course));
    const questions = conversations.flatMap(([question]) => question ?? []);
    const storing = await measureStoring(course, questions.slice(0, askedTwice));
    const times: CourseTimes = {
      chunks: course.tutor.opened.index.chunks.length,
      ...{ indexMs, firstAnswerMs, answerMs: answerMs.slice(warmUp), storing, besideMs },
      memory: process.memoryUsage(),
    };
    return { times, queries: queries.filter((query) => query !== null), questions };
  });
}

/** Questions that the tutor is asked alone and through the server. */
const askedTwice = 120;

/** Conversations played once before those that are timed. */
const warmUp = 40;

/** Every conversation of both splits, answerable or not. */
async function allTurns({ documents }: Course): Promise<readonly (readonly string[])[]> {
  const splits = [await loadCases('dev', documents), await loadCases('test', documents)];
  return splits.flatMap(({ questions, unanswerable }) =>
    [...questions, ...unanswerable].map(({ turns }) => turns),
  );
}

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`;
const memoryText = ({ rss, heapUsed, arrayBuffers }: NodeJS.MemoryUsage): string =>
  `${megabytes(rss)}, ${megabytes(heapUsed)}, ${megabytes(arrayBuffers)}`;

const courseRows = (times: CourseTimes): [string, string][] => [
  [`our course (${times.chunks} chunks): read, indexed and opened`, ms(times.indexMs)],
  ['  first offline answer', ms(times.firstAnswerMs)],
  [`  offline answer, p50 of ${times.answerMs.length}`, ms(percentile(times.answerMs, 0.5))],
  ['  offline answer, p95', ms(percentile(times.answerMs, 0.95))],
  ['  offline answer, slowest', ms(percentile(times.answerMs, 1))],
  [`  while a run goes on, p95 of ${times.besideMs.length}`, ms(percentile(times.besideMs, 0.95))],
  ['  first text, from the tutor, p50', ms(percentile(times.storing.toldMs, 0.5))],
  ['  first text, served and stored, p50', ms(percentile(times.storing.servedMs, 0.5))],
  ['  first text, served and stored, p95', ms(percentile(times.storing.servedMs, 0.95))],
  ['  memory: resident, heap, arrays', memoryText(times.memory)],
];

function startRows({ firstMs, againMs, answerMs, residentBytes }: StartTimes): [string, string][] {
  return [
    ['the built server: ready, with nothing indexed', ms(firstMs)],
    ['  ready again, the index up to date', ms(againMs)],
    ['  its first answer, served and stored', ms(answerMs[0] ?? null)],
    [`  its next ${answerMs.length - 1} answers, p50`, ms(percentile(answerMs.slice(1), 0.5))],
    ['  memory: resident', residentBytes === null ? '–' : megabytes(residentBytes)],
  ];
}

const startVerdicts = ({ againMs, residentBytes }: StartTimes): readonly Verdict[] => [
  { target: { name: 'restart of the server', atMost: 3_000 }, measured: againMs, show: ms },
  {
    target: { name: 'memory of the server', atMost: 335 * 1_048_576 },
    measured: residentBytes,
    show: megabytes,
  },
];

/** Half of the reloads were made without a question meanwhile: they tell how late the loop was. */
function reloadRows(reloads: readonly ReloadTimes[]): [string, string][] {
  const most = (pick: (times: ReloadTimes) => number) => ms(Math.max(...reloads.map(pick)));
  const quiet = reloads.filter(({ answerMs }) => answerMs.length === 0);
  const answers = reloads.flatMap(({ answerMs }) => answerMs);
  return [
    [
      `our course changed while it serves, ${reloads.length} times: slowest`,
      most((one) => one.reloadMs),
    ],
    ['  event loop late meanwhile, p99', ms(typicalP99(quiet))],
    ['  event loop late meanwhile, most', ms(Math.max(...quiet.map((one) => one.loopMaxMs)))],
    [`  offline answer meanwhile, p95 of ${answers.length}`, ms(percentile(answers, 0.95))],
  ];
}

/** Of several reloads the middle one of their 99th percentiles: one alone is at the mercy of the machine. */
const typicalP99 = (reloads: readonly ReloadTimes[]): number | null =>
  percentile(
    reloads.map(({ loopP99Ms }) => loopP99Ms),
    0.5,
  );

function ingestionRows(times: IngestionTimes): [string, string][] {
  const queries: [string, string][] = [
    [`  retrieval, p50 of ${times.queryMs.length}`, ms(percentile(times.queryMs, 0.5))],
    ['  retrieval, p95', ms(percentile(times.queryMs, 0.95))],
  ];
  return [
    [`${times.chunks} synthetic chunks: ingested`, ms(times.ingestMs)],
    ['  opened again', ms(times.openMs)],
    ['  event loop late while ingesting, p99', ms(times.loopP99Ms)],
    ['  event loop late while ingesting, most', ms(times.loopMaxMs)],
    ...(times.queryMs.length > 0 ? queries : []),
    ['  memory: resident, heap, arrays', memoryText(times.memory)],
  ];
}

function verdicts(
  times: CourseTimes,
  reloads: readonly ReloadTimes[],
  small: IngestionTimes,
  large: IngestionTimes,
): readonly Verdict[] {
  const atMost = (name: string, limit: number, measured: number | null): Verdict => ({
    ...{ target: { name, atMost: limit }, measured, show: ms },
  });
  return [
    atMost('offline answer p95', 100, percentile(times.answerMs, 0.95)),
    atMost('added to the first text by serving and storing, p50', 30, addedMs(times.storing)),
    atMost('1,000 chunks indexed', 3_000, (small.ingestMs / small.chunks) * 1_000),
    atMost('retrieval p95 at 20,000 chunks', 10, percentile(large.queryMs, 0.95)),
    atMost('event loop late, p99, 1,000 chunks', 50, small.loopP99Ms),
    atMost('20,000 chunks opened again', 3_000, large.openMs),
    atMost(
      'event loop late, p99, course changed while it serves',
      50,
      typicalP99(reloads.filter(({ answerMs }) => answerMs.length === 0)),
    ),
  ];
}
