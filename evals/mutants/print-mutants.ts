import { percent, table } from '../bench/table.ts';
import type { MutantReport, MutantResult } from './run-mutants.ts';

/** The kill matrix, the controls, what each metric is needed for, and the rate of false alarms. */
export function printMutants({
  mutants,
  controls,
  necessity,
  alarms,
  played,
  voids,
}: MutantReport): string {
  const killed = mutants.filter(({ fate }) => fate === 'killed').length;
  const alive = controls.filter(isAlive).length;
  const { any, single, together } = alarms;
  return [
    table(
      ['area', 'defect', 'fate', 'killed by', 'also worse'],
      mutants.map(({ mutant, fate, killers, moved }) => [
        ...[mutant.area, mutant.name, fate === 'killed' ? 'killed' : fate.toUpperCase()],
        killers.join(', ') || `– (expected ${mutant.killers.join(', ')})`,
        moved.filter((metric) => !killers.includes(metric)).join(', '),
      ]),
    ),
    table(
      ['control', 'fate', 'got worse'],
      controls.map((result) => [
        ...[result.mutant.name, isAlive(result) ? 'alive' : result.fate.toUpperCase()],
        result.moved.join(', '),
      ]),
    ),
    table(
      ['metric', 'kills', 'alone', 'defects that only it notices'],
      necessity.map(({ metric, kills, sole }) => [
        metric,
        kills,
        sole.length,
        sole.slice(0, 3).join('; '),
      ]),
    ),
    `Two runs of the same wavering tutor told apart: ${any.count} of ${any.total} pairs, ${percent(any.share)} (at most ${percent(any.high)}); ${percent(single.share)} of the single metrics. Where the cases of a document waver together: ${together.count} of ${together.total} pairs.`,
    `Dev cases played: ${[...played].map(([suite, count]) => `${suite} ${count}`).join(', ')}.`,
    `${killed} of ${mutants.length} defects killed by an expected metric, ${alive} of ${controls.length} controls alive.`,
    ...voids.map((why) => `VOID: ${why}`),
  ].join('\n\n');
}

/** A control lives when nothing got worse and it changed something, or was meant to change nothing that is kept. */
export const isAlive = ({ mutant, fate, moved }: MutantResult): boolean =>
  moved.length === 0 && (fate === 'survived' || 'tamper' in mutant);

/** 2 when the whole says nothing, 1 when a defect was not noticed or a control was, or alarms are too many. */
export function exitCodeOfMutants({ mutants, controls, alarms, voids }: MutantReport): number {
  if (voids.length > 0) return 2;
  const holds =
    mutants.every(({ fate }) => fate === 'killed') &&
    controls.every(isAlive) &&
    (alarms.any.share ?? 1) <= 0.05;
  return holds ? 0 : 1;
}
