import { ownCaseMetrics } from '../own/own-cases-suite.ts';
import { abstainSuite } from './abstain-suite.ts';
import { answersSuite } from './answers-suite.ts';
import type { CaseSuite, Metric } from './case-suite.ts';
import { critiqueCaseSuite } from './critique-case-suite.ts';
import { guardCaseSuite } from './guard-case-suite.ts';
import { retrievalSuite } from './retrieval-suite.ts';
import { serviceSuite } from './service-suite.ts';

/** Every suite of cases, in the order in which they are run. */
export const allSuites: readonly CaseSuite[] = [
  retrievalSuite,
  answersSuite,
  abstainSuite,
  guardCaseSuite,
  critiqueCaseSuite,
  serviceSuite,
];

/** What is the same on every machine: what a baseline can hold. */
export const timelessSuites: readonly CaseSuite[] = allSuites.filter(({ timed }) => !timed);

/** A metric by its name; `undefined` for one that no suite gives. */
export const findMetric = (name: string): Metric | undefined =>
  [...allSuites.flatMap(({ metrics }) => metrics), ...ownCaseMetrics].find(
    (metric) => metric.name === name,
  );

/**
 * The suites of those names, in the order of {@link allSuites}.
 * @throws {Error} in one sentence for a name that is none
 */
export function pickSuites(names: readonly string[]): readonly CaseSuite[] {
  const unknown = names.find((name) => !allSuites.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    const known = allSuites.map(({ name }) => name).join(', ');
    throw new Error(`There is no suite "${unknown}"; there is ${known}.`);
  }
  return names.length === 0 ? allSuites : allSuites.filter(({ name }) => names.includes(name));
}
