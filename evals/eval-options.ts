import { parseArgs } from 'node:util';
import type { Split } from './cases/load-cases.ts';

export type EvalOptions = {
  readonly splits: readonly Split[];
  /** True when the guard's cases that were written with its source open are asked for. */
  readonly adaptive: boolean;
  /** Where to write the failing cases; never of the test split. */
  readonly failures: string | null;
};

/** What a suite measured, and each bound that it breaks in one sentence. */
export type SuiteResult = { readonly report: string; readonly broken: readonly string[] };

export type Suite = (options: EvalOptions) => Promise<SuiteResult>;

/**
 * Reads the command line: names of suites, then options.
 * @param suites names that exist
 * @throws {Error} with one sentence when it makes no sense
 */
export function readEvalOptions(
  args: readonly string[],
  suites: readonly string[],
): EvalOptions & { readonly names: readonly string[] } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { split: { type: 'string', default: 'all' }, failures: { type: 'string' } },
  });
  const { split, failures = null } = values;
  const unknown = positionals.find((name) => !suites.includes(name));
  if (unknown !== undefined) {
    throw new Error(`There is no suite "${unknown}"; there is ${suites.join(', ')}.`);
  }
  if (split !== 'all' && split !== 'adaptive' && !isSplit(split)) {
    throw new Error(`--split is dev, test, adaptive or all, not "${split}".`);
  }
  if (failures !== null && (split === 'all' || split === 'test')) {
    throw new Error(
      '--failures shows cases, and the test split is not to be looked at: add --split dev or adaptive.',
    );
  }
  return {
    names: positionals.length > 0 ? positionals : suites,
    splits: split === 'all' ? bothSplits : split === 'adaptive' ? [] : [split],
    adaptive: split === 'all' || split === 'adaptive',
    failures,
  };
}

const bothSplits: readonly Split[] = ['dev', 'test'];
const isSplit = (name: string): name is Split => bothSplits.some((split) => split === name);
