import type { EvalMetric } from '../../../server/contract/evals.ts';
import type { Messages } from '../../i18n/messages.ts';

type Words = Messages['evals'];
type Kind = EvalMetric['kind'];

/** A value as it is read: a share in percent, anything else with three decimals; a dash for none. */
export function valueText(value: number | null, kind: Kind, evals: Words): string {
  if (value === null) return evals.none;
  return kind === 'share' ? evals.share(value) : evals.mean(value);
}

/** A difference with its sign; a dash for none. */
export function differenceText(value: number | null, kind: Kind, evals: Words): string {
  if (value === null) return evals.none;
  return kind === 'share' ? evals.points(value) : evals.signedMean(value);
}

/** An interval by its two ends, written as `write` writes one. */
export const intervalText = (
  [low, high]: readonly [number | null, number | null],
  write: (value: number) => string,
  evals: Words,
): string => (low === null || high === null ? evals.none : evals.between(write(low), write(high)));

/** The name of a measure in words; one that the page does not know keeps its own. */
export const measureName = (metric: string, { measures }: Words): string =>
  Object.hasOwn(measures, metric) ? measures[metric as keyof typeof measures] : metric;

/** The name of a suite in words. */
export const suiteName = (suite: string, { suites }: Words): string =>
  Object.hasOwn(suites, suite) ? suites[suite as keyof typeof suites] : suite;
