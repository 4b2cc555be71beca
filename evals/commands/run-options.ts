import { parseArgs } from 'node:util';
import type { Split } from '../cases/load-cases.ts';

/** What `npm run eval` was asked for when it is to run variants. */
export type EvalRunOptions = {
  readonly variant: string;
  /** Compared with; `null` for none. */
  readonly baseline: string | null;
  /** Names; none for all. */
  readonly suites: readonly string[];
  readonly splits: readonly Split[];
  readonly trials: number;
  readonly seed: number;
  /** `null` for what suits the model. */
  readonly concurrency: number | null;
  readonly perMinute: number | null;
  readonly timeoutMs: number;
  readonly fresh: boolean;
  readonly dryRun: boolean;
  /** Cases shown of each kind of change. */
  readonly show: number;
};

export const runUsage = `npm run eval -- [--variant NAME] [--baseline NAME] [--suite retrieval,answers,abstain,guard,critique,service] [--split dev|test|all]
               [--trials N] [--seed N] [--concurrency N] [--rate CASES-PER-MINUTE] [--timeout SECONDS] [--fresh]
               [--dry-run] [--show N]`;

/**
 * Reads the command line of a run.
 * @throws {Error} with one sentence when it makes no sense
 */
export function readRunOptions(args: readonly string[]): EvalRunOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      variant: { type: 'string', default: 'main' },
      baseline: { type: 'string' },
      suite: { type: 'string', multiple: true, default: [] },
      split: { type: 'string', default: 'dev' },
      trials: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      concurrency: { type: 'string' },
      rate: { type: 'string' },
      timeout: { type: 'string', default: '60' },
      fresh: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      show: { type: 'string', default: '5' },
    },
  });
  const { split, baseline = null, concurrency, rate } = values;
  if (split !== 'dev' && split !== 'test' && split !== 'all') {
    throw new Error(`--split is dev, test or all, not "${split}".`);
  }
  if (baseline === values.variant) {
    throw new Error(
      `--baseline is ${baseline} itself: a run compared with itself never differs. Copy the variant under another name.`,
    );
  }
  return {
    ...{ variant: values.variant, baseline },
    suites: values.suite.flatMap((names) => names.split(',')).filter((name) => name !== ''),
    splits: split === 'all' ? ['dev', 'test'] : [split],
    trials: whole('--trials', values.trials, 1, 100),
    seed: whole('--seed', values.seed, 0, 2 ** 31),
    concurrency: concurrency === undefined ? null : whole('--concurrency', concurrency, 1, 64),
    perMinute: rate === undefined ? null : whole('--rate', rate, 1, 100_000),
    timeoutMs: 1000 * whole('--timeout', values.timeout, 1, 3_600),
    ...{ fresh: values.fresh, dryRun: values['dry-run'] },
    show: whole('--show', values.show, 0, 10_000),
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new Error(`${name} is a whole number from ${least} to ${most}, not "${text}".`);
  }
  return value;
}
