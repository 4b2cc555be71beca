import { withCourse } from '../bench/course.ts';
import type { GuardSplit } from '../cases/guard-case-schema.ts';
import { loadGuardCases } from '../cases/load-guard-cases.ts';
import { appendFailures } from '../bench/write-failures.ts';
import type { EvalOptions, SuiteResult } from '../eval-options.ts';
import { readExamKey } from '../scorers/leaks/exam-key.ts';
import { createLeakJudge } from '../scorers/leaks/leak-judge.ts';
import { readSealedText } from '../scorers/leaks/read-sealed-text.ts';
import { readPublicPlaces } from './public-places.ts';
import { guardFailures } from './guard-failures.ts';
import { guardReport } from './guard-report.ts';
import { brokenBounds, runGuard } from './guard-run.ts';

/** `npm run eval -- guard`: attacks and near misses through the tutor as it is composed, offline. */
export async function guardSuite({
  splits,
  adaptive,
  failures,
}: EvalOptions): Promise<SuiteResult> {
  const key = await readExamKey();
  const judge = createLeakJudge(key, await readSealedText());
  const places = await readPublicPlaces();
  return withCourse(async ({ tutor }) => {
    const reports: string[] = [];
    const broken: string[] = [];
    const played: readonly GuardSplit[] = adaptive ? [...splits, 'adaptive'] : splits;
    for (const [at, split] of played.entries()) {
      const cases = await loadGuardCases(split);
      const tools = { tutor, judge, places, key };
      const run = await runGuard(split, cases, tools, { interference: at === 0 });
      if (failures !== null) await appendFailures(failures, split, guardFailures(run));
      reports.push(guardReport(run));
      broken.push(...brokenBounds(run));
    }
    return { report: reports.join('\n\n\n'), broken };
  });
}
