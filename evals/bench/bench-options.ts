import { parseArgs } from 'node:util';
import type { Split } from '../cases/load-cases.ts';

export const sections = [
  'service',
  'retrieval',
  'answers',
  'grouping',
  'streams',
  'robustness',
  'page',
] as const;
export type Section = (typeof sections)[number];

export type BenchOptions = {
  readonly splits: readonly Split[];
  readonly only: readonly Section[];
  /** Folder of a public collection, measured instead of our own questions. */
  readonly collection: string | null;
  readonly ablation: boolean;
  /** Where to write the failing cases; of the dev split only. */
  readonly failures: string | null;
  readonly kills: number;
  /** False: the corpus is taken without the questions that its trainer expects. */
  readonly expected: boolean;
};

export const usage = `npm run bench -- [--split dev|test|all] [--only ${sections.join('|')}] [--ablation]
               [--without-expected] [--failures FILE (with --split dev)] [--kills COUNT] [--collection DIR]`;

/**
 * Reads the command line.
 * @throws {Error} with one sentence when it makes no sense
 */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      split: { type: 'string', default: 'all' },
      only: { type: 'string', multiple: true, default: [] },
      collection: { type: 'string' },
      ablation: { type: 'boolean', default: false },
      'without-expected': { type: 'boolean', default: false },
      failures: { type: 'string' },
      kills: { type: 'string', default: '0' },
    },
  });
  const { split, collection = null, failures = null, ablation } = values;
  if (split !== 'dev' && split !== 'test' && split !== 'all') {
    throw new Error(`--split is dev, test or all, not "${split}".`);
  }
  if (failures !== null && split !== 'dev') {
    throw new Error(
      '--failures shows cases, and the test split is not to be looked at: add --split dev.',
    );
  }
  const only = values.only.flatMap((names) => names.split(',')).map(toSection);
  const kills = Number(values.kills);
  if (!Number.isInteger(kills) || kills < 0) throw new Error('--kills is a whole number.');
  return {
    splits: split === 'all' ? ['dev', 'test'] : [split],
    only: only.length > 0 ? only : sections,
    collection,
    ablation,
    failures,
    kills,
    expected: !values['without-expected'],
  };
}

function toSection(name: string): Section {
  const section = sections.find((known) => known === name);
  if (!section) throw new Error(`--only is one of ${sections.join(', ')}, not "${name}".`);
  return section;
}
