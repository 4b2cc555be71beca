import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Baseline,
  baselineFile,
  compareToBaseline,
  toSplitBaseline,
} from '../baseline/baseline.ts';
import { measureSplits } from '../baseline/measure-splits.ts';
import { exitCodeOf, printGates } from '../compare/print-gates.ts';
import { decideGates } from '../gates/decide-gates.ts';
import { readGates } from '../gates/read-gates.ts';
import { whyVoid } from '../report/run-validity.ts';
import type { Run } from '../runs/run-row.ts';
import { openRunStore } from '../runs/run-store.ts';
import type { Command, CommandTools } from './command.ts';
import { runsFolder } from './runs-folder.ts';

const path = join(import.meta.dirname, '..', 'baseline.json');

/**
 * `npm run eval -- --check-baseline`: every suite on both splits, offline; fails when a metric is below
 * `evals/baseline.json` or a gate fails. `--write-baseline` replaces the file by what is measured now.
 */
export const baselineCommand: Command = async (args, tools) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'check-baseline': { type: 'boolean' },
      'write-baseline': { type: 'boolean' },
      fresh: { type: 'boolean', default: false },
    },
  });
  const started = performance.now();
  const then = values['write-baseline'] ? null : await readBaseline();
  const gates = await readGates();
  const store = await openRunStore(runsFolder);
  const runs = await measureSplits(store, { variant: 'main', fresh: values.fresh }, tools.signal);
  const voids = (['dev', 'test'] as const).flatMap((split) =>
    whyVoid(runs[split]).map((why) => `${split}: ${why}`),
  );
  const now: Baseline = { dev: toSplitBaseline(runs.dev), test: toSplitBaseline(runs.test) };
  if (voids.length === 0 && then === null) {
    await writeFile(path, `${JSON.stringify(now, null, 2)}\n`);
    tools.print('Wrote evals/baseline.json.');
  }
  const verdicts = decideGates(gates, together(runs), null);
  tools.print(printGates(verdicts));
  if (voids.length > 0) tools.print(`VOID, nothing can be concluded:\n  ${voids.join('\n  ')}`);
  const dropped = then !== null && tellChanges(now, then, tools);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const code = Math.max(exitCodeOf(verdicts, voids), dropped ? 1 : 0);
  const rows = runs.dev.rows.length + runs.test.rows.length;
  const end = code === 0 ? 'Nothing dropped and every gate holds' : 'Failed';
  tools.print(`${end}: ${rows} cases in ${seconds} s.`);
  return code;
};

/** @throws {Error} in one sentence when there is none, or it is malformed */
async function readBaseline(): Promise<Baseline> {
  const text = await readFile(path, 'utf8').catch(() => null);
  const advice = 'write it with npm run eval -- --write-baseline';
  if (text === null) throw new Error(`There is no evals/baseline.json: ${advice}.`);
  try {
    return baselineFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`evals/baseline.json is malformed: ${advice}.`, { cause });
  }
}

/** Both splits as one run, for gates over all cases. */
function together({
  dev,
  test,
}: Readonly<Record<'dev' | 'test', Run>>): Pick<Run, 'header' | 'rows'> {
  return { header: { ...dev.header, splits: ['dev', 'test'] }, rows: [...dev.rows, ...test.rows] };
}

/** Tells what dropped and what rose; true when something dropped or cannot be compared. */
function tellChanges(now: Baseline, then: Baseline, { print }: CommandTools): boolean {
  let failed = false;
  for (const split of ['dev', 'test'] as const) {
    const { drops, rises, otherCases } = compareToBaseline(now[split], then[split]);
    const advice = 'look at them, then npm run eval -- --write-baseline';
    if (otherCases)
      print(`The cases of the ${split} split are others than the baseline's: ${advice}.`);
    if (drops.length > 0) print(`Dropped, ${split}:\n  ${drops.join('\n  ')}`);
    if (rises.length > 0) print(`Rose, ${split} (${advice}):\n  ${rises.join('\n  ')}`);
    failed ||= otherCases || drops.length > 0;
  }
  return failed;
}
