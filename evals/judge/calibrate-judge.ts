import { cohensKappa, type Kappa } from '../statistics/cohens-kappa.ts';
import { type Judge, preferSwapped } from './judge.ts';
import { type LabelledPairs, preferredBy } from './labelled-pairs.ts';

/** What a judge must reach on the labelled set before a gate may rest on it. */
export const judgeBounds = { kappa: 0.6, low: 0.45, pairs: 150 } as const;

export type Calibration = Kappa & {
  /** Of the labelled set. */
  readonly setHash: string;
  readonly raters: readonly string[];
  readonly pairs: number;
  /** Pairs on which the judge gave no verdict. */
  readonly errors: number;
  /** Pairs on which the verdict followed the place. */
  readonly inconsistent: number;
  /** Why no gate may rest on the judge; empty when it may. */
  readonly refusals: readonly string[];
};

/** Measures a judge against what people preferred. */
export async function calibrateJudge(
  judge: Judge,
  set: LabelledPairs | null,
  { seed, signal }: { readonly seed: number; readonly signal: AbortSignal },
): Promise<Calibration> {
  const agreed: [string, string][] = [];
  let errors = 0;
  let inconsistent = 0;
  for (const pair of set?.pairs ?? []) {
    try {
      const { preference, consistent } = await preferSwapped(judge, pair, signal);
      agreed.push([preferredBy(pair), preference]);
      if (!consistent) inconsistent += 1;
    } catch {
      signal.throwIfAborted();
      errors += 1;
    }
  }
  const kappa = cohensKappa(agreed, { seed, resamples: 2_000 });
  const measured = { ...kappa, pairs: agreed.length, errors };
  return {
    ...{ ...measured, inconsistent, setHash: set?.hash ?? '' },
    raters: [...new Set(set?.pairs.flatMap(({ labels }) => labels.map(({ rater }) => rater)))],
    refusals: refusalsOf(measured, set !== null),
  };
}

/** Errors of a judge that may be borne, as a share of the pairs. */
const mostErrors = 0.02;

function refusalsOf(
  { kappa, low, pairs, errors }: Pick<Calibration, 'kappa' | 'low' | 'pairs' | 'errors'>,
  isThere: boolean,
): readonly string[] {
  if (!isThere) return ['there is no labelled set evals/cases/judge-gold.jsonl'];
  const few = pairs < judgeBounds.pairs;
  return [
    ...(few ? [`it was measured on ${pairs} labelled pairs, asked ≥ ${judgeBounds.pairs}`] : []),
    ...(kappa < judgeBounds.kappa
      ? [`κ is ${kappa.toFixed(2)}, asked ≥ ${judgeBounds.kappa}`]
      : []),
    ...(low < judgeBounds.low
      ? [`the lower bound of κ is ${low.toFixed(2)}, asked ≥ ${judgeBounds.low}`]
      : []),
    ...(errors > mostErrors * (pairs + errors) ? [`it gave no verdict on ${errors} pairs`] : []),
  ];
}
