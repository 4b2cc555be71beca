import { mcnemarExact } from '../statistics/mcnemar-exact.ts';
import type { RunRow } from '../runs/run-row.ts';
import { type Judge, preferSwapped, type SwappedVerdict } from './judge.ts';

/** What a judge says of one case of two runs; an error is neither a win nor a loss. */
export type JudgedCase = { readonly caseId: string } & (
  SwappedVerdict | { readonly error: string }
);

export type JudgedRuns = {
  readonly cases: readonly JudgedCase[];
  /** Cases in which both runs said the same, to the letter: not shown to the judge. */
  readonly equal: number;
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  readonly inconsistent: number;
  readonly errors: number;
  /** McNemar's exact test on wins and losses. */
  readonly p: number;
};

/** Lets a judge compare the answers of two runs; of the dev split only, for the rows of the other hold no text. */
export async function judgeRuns(
  judge: Judge,
  { run, baseline }: { readonly run: readonly RunRow[]; readonly baseline: readonly RunRow[] },
  signal: AbortSignal,
): Promise<JudgedRuns> {
  const key = ({ suite, caseId, trial }: RunRow) => `${suite}\n${caseId}\n${trial}`;
  const before = new Map(baseline.map((row) => [key(row), row]));
  const cases: JudgedCase[] = [];
  let equal = 0;
  for (const row of run) {
    const other = before.get(key(row));
    const [a, b] = [other?.output?.text ?? '', row.output?.text ?? ''];
    if (row.split !== 'dev' || row.trial !== 0 || a === '' || b === '') continue;
    if (a === b) {
      equal += 1;
      continue;
    }
    cases.push({
      caseId: row.caseId,
      ...(await judgeOne(judge, { turns: row.turns, a, b }, signal)),
    });
  }
  const verdicts = cases.filter((one) => 'preference' in one);
  const count = (side: SwappedVerdict['preference']) =>
    verdicts.filter(({ preference }) => preference === side).length;
  const [wins, losses] = [count('b'), count('a')];
  return {
    ...{ cases, equal, wins, losses, ties: count('tie') },
    inconsistent: verdicts.filter(({ consistent }) => !consistent).length,
    errors: cases.length - verdicts.length,
    p: mcnemarExact(wins, losses),
  };
}

async function judgeOne(
  judge: Judge,
  pair: Parameters<typeof preferSwapped>[1],
  signal: AbortSignal,
): Promise<SwappedVerdict | { readonly error: string }> {
  try {
    return await preferSwapped(judge, pair, signal);
  } catch (error) {
    signal.throwIfAborted();
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
