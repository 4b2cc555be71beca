import { composeReply } from '../../server/extraction/compose-reply.ts';
import { isSupported } from '../../server/extraction/support.ts';
import { type Course, withCourse } from '../bench/course.ts';
import { loadCases } from '../cases/load-cases.ts';
import { statesFact } from '../scorers/facts.ts';
import { fitLogistic, logOdds } from '../statistics/logistic.ts';
import { considerTurns } from './consider-turns.ts';
import { readTrainingQuestions } from './read-training-questions.ts';

/**
 * `node --import tsx evals/fit/fit-support.ts`: fits, on the dev questions and on those written for it, the coefficients of
 * `support.ts` with which the offline model decides where questions are expected; prints them, what they give in ten folds
 * of documents, and what the numbers in force give.
 */

type Asked = {
  readonly from: 'dev' | 'training';
  readonly turns: readonly string[];
  readonly answerable: boolean;
  readonly says: readonly (readonly string[])[];
};

type Observed = Asked & {
  /** `null` where nothing was weighed, or no question is expected of the document that would answer. */
  readonly features: readonly number[] | null;
  readonly document: string;
  readonly answered: boolean;
  /** Every fact is said, whether it would be answered or not. */
  readonly right: boolean;
};

const shares = ['passage', 'missingTerm', 'slotEmpty'] as const;
const ofExpected = [
  ...(['match', 'quoted', 'shared', 'explained', 'strange'] as const),
  ...(['slotUnexpected', 'measureUnexpected', 'whyUnexpected'] as const),
];
const folds = 10;
const ridge = 2;

async function askedOf(course: Course): Promise<readonly Asked[]> {
  const { questions, unanswerable } = await loadCases('dev', course.documents);
  const from = 'dev' as const;
  const vital = questions.map(({ turns, nuggets }) => ({
    ...{ from, turns, answerable: true },
    says: nuggets.filter(({ importance }) => importance === 'vital').map(({ any }) => any),
  }));
  const training = await readTrainingQuestions();
  return [
    ...vital,
    ...unanswerable.map(({ turns }) => ({ from, turns, answerable: false, says: [] })),
    ...training.map((one) => ({ ...one, from: 'training' as const })),
  ];
}

async function observe(course: Course): Promise<readonly Observed[]> {
  const considerLast = considerTurns(course);
  const observed: Observed[] = [];
  for (const asked of await askedOf(course)) {
    const considered = await considerLast(asked.turns);
    const { expected = null } = considered?.evidence ?? {};
    const reply = considered ? composeReply(considered.selection, considered.question) : '';
    const text = reply.replace(/\s*\[\[\d+\|[^]*?\]\]/g, '');
    observed.push({
      ...asked,
      features: considered &&
        expected && [
          ...shares.map((name) => considered.evidence[name]),
          ...ofExpected.map((name) => expected[name]),
        ],
      document: considered?.selection.best.candidate.home.document ?? '',
      answered: considered !== null && isSupported(considered.evidence),
      right: asked.answerable && asked.says.every((any) => statesFact(text, { any: [...any] })),
    });
  }
  return observed;
}

type Weighed = Observed & { readonly features: readonly number[] };

const fit = (observed: readonly Weighed[]) =>
  fitLogistic(
    observed.map(({ answerable, features }) => ({ features, positive: answerable, weight: 1 })),
    ridge,
  );

const share = <T>(some: readonly T[], test: (one: T) => boolean): string =>
  `${((100 * some.filter(test).length) / some.length).toFixed(1)} %`;

function report(observed: readonly Observed[]): string {
  const weighed = observed.filter((one): one is Weighed => one.features !== null);
  const documents = [...new Set(weighed.map(({ document }) => document))].sort();
  const inFold = (one: Observed, fold: number) => documents.indexOf(one.document) % folds === fold;
  const judged = Array.from({ length: folds }, (_, fold) => {
    const model = fit(weighed.filter((one) => !inFold(one, fold)));
    return weighed
      .filter((one) => inFold(one, fold))
      .map((one) => ({ ...one, odds: logOdds(model, one.features) }));
  }).flat();
  const below = (from: Asked['from'], answerable: boolean, threshold: number) =>
    share(
      judged.filter((one) => one.from === from && one.answerable === answerable),
      ({ odds }) => odds < threshold,
    );
  const { coefficients, intercept } = fit(weighed);
  const inForce = (['dev', 'training'] as const).map((from) => {
    const some = observed.filter((one) => one.from === from);
    const course = some.filter(({ answerable }) => answerable);
    const other = some.filter(({ answerable }) => !answerable);
    return `in force, ${from}: facts said ${share(course, (one) => one.answered && one.right)} (${share(course, ({ right }) => right)} if all were answered), not answered ${share(course, ({ answered }) => !answered)} of the answerable, ${share(other, ({ answered }) => !answered)} of the unanswerable`;
  });
  return [
    ...inForce,
    `${weighed.length} of ${observed.length} questions weighed`,
    ...[...shares, ...ofExpected].map((name, at) => `  ${name}: ${coefficients[at]!.toFixed(2)}`),
    `  intercept: ${intercept.toFixed(2)}`,
    ...[-1.4, -1.2, -1, -0.8, -0.6, -0.4, -0.2, 0, 0.2].map(
      (threshold) =>
        `below ${threshold}: dev ${below('dev', true, threshold)} and training ${below('training', true, threshold)} of the answerable, ${below('dev', false, threshold)} and ${below('training', false, threshold)} of the unanswerable`,
    ),
  ].join('\n');
}

await withCourse(async (course) => {
  process.stdout.write(`${report(await observe(course))}\n`);
});
