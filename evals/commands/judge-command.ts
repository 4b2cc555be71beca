import { parseArgs } from 'node:util';
import { calibrateJudge, type Calibration } from '../judge/calibrate-judge.ts';
import { type JudgedRuns, judgeRuns } from '../judge/judge-runs.ts';
import { readLabelledPairs } from '../judge/labelled-pairs.ts';
import { createModelJudge } from '../judge/model-judge.ts';
import type { Run } from '../runs/run-row.ts';
import { openRunStore, type RunStore } from '../runs/run-store.ts';
import { endpointModel } from '../runs/variant-model.ts';
import type { Command } from './command.ts';
import { runsFolder } from './runs-folder.ts';

const usage =
  'npm run eval -- judge RUN --baseline RUN --host URL --model NAME [--key VARIABLE] [--gate]';

/**
 * `npm run eval -- judge`: lets a model compare the answers of two runs, and measures it against labelled pairs. With
 * `--gate` a loss fails, unless the judge may not gate: then nothing is concluded.
 */
export const judgeCommand: Command = async (args, { print, env, signal }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      baseline: { type: 'string' },
      host: { type: 'string' },
      model: { type: 'string' },
      key: { type: 'string' },
      gate: { type: 'boolean', default: false },
    },
  });
  const [name, ...rest] = positionals;
  const { baseline: against, host, model: modelName, key, gate } = values;
  if (name === undefined || rest.length > 0 || against === undefined) {
    throw new Error(`Name two runs or variants: ${usage}`);
  }
  if (host === undefined || modelName === undefined) {
    throw new Error(
      `Name the judge's host and model, nothing is sent to a host by default: ${usage}`,
    );
  }
  const store = await openRunStore(runsFolder);
  const run = await newest(name, store);
  const baseline = await newest(against, store);
  const order = { host, name: modelName, key, temperature: 0, from: 'The command line' };
  const judge = createModelJudge(await endpointModel(order, env));
  const calibration = await calibrateJudge(judge, await readLabelledPairs(), { seed: 1, signal });
  const judged = await judgeRuns(judge, { run: run.rows, baseline: baseline.rows }, signal);
  print(
    `${run.header.run} against ${baseline.header.run}, judged by ${judge.name} (${judge.promptHash})`,
  );
  print(describeJudged(judged));
  print(describeCalibration(calibration));
  if (!gate) return 0;
  if (calibration.refusals.length > 0) return 2;
  return judged.p <= 0.05 && judged.losses > judged.wins ? 1 : 0;
};

async function newest(name: string, store: RunStore): Promise<Run> {
  const header = (await store.headers()).findLast(
    ({ run, variant }) => run === name || variant.id === name,
  );
  if (!header) throw new Error(`There is no run of "${name}" in ${store.folder}: make one first.`);
  return store.read(header.run);
}

function describeJudged({
  wins,
  losses,
  ties,
  equal,
  inconsistent,
  errors,
  p,
}: JudgedRuns): string {
  return (
    `${wins} answers better, ${losses} worse, ${ties} ties (of which ${inconsistent} because the verdict followed the place), ` +
    `p ${p.toFixed(3)}; ${equal} the same to the letter and not judged; no verdict on ${errors}, which count for neither side.`
  );
}

function describeCalibration(of: Calibration): string {
  if (of.refusals.length > 0) return `No gate may rest on this judge: ${of.refusals.join('; ')}.`;
  const { kappa, low, high, pairs, raters, setHash } = of;
  return `A gate may rest on this judge: κ ${kappa.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)}) on ${pairs} pairs (${setHash}) labelled by ${raters.join(', ')}.`;
}
