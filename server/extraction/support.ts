import type { Evidence } from './evidence.ts';
import type { ExpectedEvidence } from './expected-evidence.ts';

type Shares = Omit<Evidence, 'expected'>;

/**
 * Logistic regression of "the course answers this" on the evidence where no questions are expected, fitted on the dev
 * questions: answerable ones, unanswerable ones, and answerable ones with their gold passages taken away. How, and how
 * well: `evals/LOG.md`.
 */
const alone: Readonly<Record<keyof Shares, number>> = {
  own: 0.09,
  covered: 0.57,
  passage: 1.14,
  missingTerm: -0.77,
  missingOrdinary: -0.62,
  unknownTerm: -0.14,
  // Fitted: -0.1, on five off-topic questions only. Set by hand: what shares no particular word is not of the course.
  foreign: -1,
  together: 0.36,
  slotEmpty: -1.44,
  fit: 0.49,
};
const aloneIntercept = -1.13;
/** Log-odds below which the tutor says that the course does not answer: about one dev question in ten is lost there. */
const aloneThreshold = -1.2;

/**
 * The same where questions are expected, fitted on the dev questions and on questions written for it, each weighing the
 * same (`evals/fit/fit-support.ts`, `evals/LOG.md`).
 */
const withExpected: Readonly<
  Pick<Record<keyof Shares, number>, 'passage' | 'missingTerm' | 'slotEmpty'> &
    Record<keyof ExpectedEvidence, number>
> = {
  passage: 0.91,
  missingTerm: -0.18,
  slotEmpty: -1.52,
  match: 0.61,
  // The rest being equal: a match by the words of the answer alone is of the subject, and often of another question.
  quoted: -0.91,
  shared: 1.07,
  explained: 1.72,
  strange: -1.47,
  slotUnexpected: -1.38,
  measureUnexpected: -1.46,
  whyUnexpected: -0.86,
};
const expectedIntercept = -0.77;
/** In ten folds of documents, some 3 % of the answerable dev questions and 8 % of the others fall below it. */
const expectedThreshold = -0.65;

/**
 * True when the evidence is enough to answer rather than to say that the course does not.
 * @param caution log-odds asked for beyond the threshold: more abstains more
 */
export function isSupported({ expected, ...shares }: Evidence, caution = 0): boolean {
  const beyond = expected
    ? weigh(withExpected, { ...shares, ...expected }) + expectedIntercept - expectedThreshold
    : weigh(alone, shares) + aloneIntercept - aloneThreshold;
  return beyond >= caution;
}

const weigh = <K extends string>(
  coefficients: Readonly<Record<K, number>>,
  evidence: Readonly<Record<NoInfer<K>, number>>,
): number =>
  (Object.keys(coefficients) as K[]).reduce(
    (sum, name) => sum + coefficients[name] * evidence[name],
    0,
  );
