import type { QuestionMatch } from '../../server/retrieval/expected/create-question-matcher.ts';
import { type Course, withCourse } from '../bench/course.ts';
import { type Choice, fitChoices, scoreOf } from '../statistics/conditional-logit.ts';
import { fitLogistic, logOdds, type LogisticModel } from '../statistics/logistic.ts';
import { holdOut } from './hold-out.ts';

/**
 * `node --import tsx evals/fit/fit-matches.ts [step]`: fits the numbers of `match-strength.ts` on held-out wordings of the
 * expected questions, and prints what they give in five folds of documents. No case of `evals/cases` takes part.
 */

type Trial = {
  readonly documentId: string;
  /** False when the question itself was taken away, so that none is right. */
  readonly expected: boolean;
  readonly matches: readonly QuestionMatch[];
  readonly right: readonly boolean[];
};

const rankedBy = [
  ...([
    'both',
    'usual',
    'quoted',
    'titled',
    'explained',
    'shared',
    'form',
    'intent',
    'grams',
  ] as const),
  'words',
] as const;
const sureBy = ['explained', 'both', 'shared', 'usual'] as const;
const nearest = 20;
const folds = 5;
const mostLead = 5;

function* trialsOf(course: Course, step: number): Generator<Trial> {
  for (const { ask, question, same, matcher } of holdOut(course, step)) {
    for (const expected of [true, false]) {
      const without = expected ? new Set<number>() : same;
      const matches = matcher.match({ text: ask }, { limit: nearest, without });
      const right = matches.map(({ at }) => same.has(at));
      if (matches.length > 0) yield { documentId: question.documentId, expected, matches, right };
    }
  }
}

const ranking = ({ features }: QuestionMatch) => rankedBy.map((name) => features[name]);

const choiceOf = ({ matches, right }: Trial): Choice =>
  matches.map((match, at) => ({ features: ranking(match), right: right[at]! }));

type Model = { readonly weights: readonly number[]; readonly sure: LogisticModel };

/** The match that comes first under some weights, with what tells how sure it is. */
function firstOf({ matches, right }: Trial, weights: readonly number[]) {
  const scores = matches.map((match) => scoreOf(weights, ranking(match)));
  const at = scores.indexOf(Math.max(...scores));
  const lead = scores[at]! - Math.max(...scores.toSpliced(at, 1));
  const { features } = matches[at]!;
  return {
    right: right[at]!,
    signs: [scores[at]!, Math.min(mostLead, lead), ...sureBy.map((name) => features[name])],
  };
}

function fit(trials: readonly Trial[]): Model {
  const weights = fitChoices(trials.map(choiceOf));
  const sure = fitLogistic(
    trials.map((trial) => {
      const { right, signs } = firstOf(trial, weights);
      return { features: signs, positive: right, weight: 1 };
    }),
  );
  return { weights, sure };
}

function report(trials: readonly Trial[]): string {
  const documents = [...new Set(trials.map(({ documentId }) => documentId))];
  const judged = Array.from({ length: folds }, (_, fold) => {
    const inFold = ({ documentId }: Trial) => documents.indexOf(documentId) % folds === fold;
    const { weights, sure } = fit(trials.filter((trial) => !inFold(trial)));
    return trials.filter(inFold).map((trial) => {
      const { right, signs } = firstOf(trial, weights);
      return { ...trial, first: right, odds: logOdds(sure, signs) };
    });
  }).flat();
  const own = judged.filter(({ expected }) => expected);
  const away = judged.filter(({ expected }) => !expected);
  const share = <T>(some: readonly T[], test: (one: T) => boolean) =>
    `${((100 * some.filter(test).length) / some.length).toFixed(1)} %`;
  const lines = [-2, -1, 0, 1, 2].map((least) => {
    const taken = own.filter(({ odds }) => odds >= least);
    return `log-odds ≥ ${least}: taken ${share(own, ({ odds }) => odds >= least)}, right of these ${share(taken, ({ first }) => first)}; taken with the question away ${share(away, ({ odds }) => odds >= least)}`;
  });
  const { weights, sure } = fit(trials);
  const named = (names: readonly string[], values: readonly number[]) =>
    names.map((name, at) => `${name} ${values[at]!.toFixed(2)}`).join(', ');
  return [
    `${own.length} held-out wordings: right one among ${nearest} ${share(own, ({ right }) => right.includes(true))}, first ${share(own, ({ first }) => first)}`,
    ...lines,
    `nearness: ${named(rankedBy, weights)}`,
    `strength: ${named(['nearness', 'lead', ...sureBy], sure.coefficients)}, intercept ${sure.intercept.toFixed(2)}`,
  ].join('\n');
}

await withCourse(async (course) => {
  const trials = [...trialsOf(course, Number(process.argv[2] ?? 4))];
  process.stdout.write(`${report(trials)}\n`);
});
