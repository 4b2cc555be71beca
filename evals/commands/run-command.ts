import { printFailures } from '../compare/print-failures.ts';
import { exitCodeOf, printGates } from '../compare/print-gates.ts';
import { printChanges } from '../compare/print-changes.ts';
import { printMetrics, printService } from '../compare/print-metrics.ts';
import { decideGates } from '../gates/decide-gates.ts';
import { readGates } from '../gates/read-gates.ts';
import { reportModel } from '../report/report-model.ts';
import { dryRun } from '../runs/dry-run.ts';
import type { Estimate } from '../runs/estimate-run.ts';
import { readPriceTable } from '../runs/price-table.ts';
import type { Run } from '../runs/run-row.ts';
import { openRunStore, type RunStore } from '../runs/run-store.ts';
import { type RunOptions, runVariant } from '../runs/run-variant.ts';
import { allSuites, pickSuites } from '../suites/all-suites.ts';
import { loadVariant } from '../variants/load-variant.ts';
import type { Variant } from '../variants/variant.ts';
import type { Command, CommandTools } from './command.ts';
import { type EvalRunOptions, readRunOptions } from './run-options.ts';
import { createRunProgress } from './run-progress.ts';
import { runsFolder } from './runs-folder.ts';

/** Cases that an endpoint is asked at once, where the command line does not say. */
const endpointConcurrency = 4;

/** `npm run eval -- --variant mine --baseline main`: runs, compares, and holds the run to the gates. */
export const runCommand: Command = async (args, tools) => {
  const options = readRunOptions(args);
  const variant = await loadVariant(options.variant);
  const other = options.baseline === null ? null : await loadVariant(options.baseline);
  const gates = await readGates();
  const store = await openRunStore(runsFolder);
  const common = await commonOptions(options, tools, store);
  if (options.dryRun) {
    for (const one of other ? [variant, other] : [variant]) {
      tools.print(printEstimate(one.id, await dryRun(one, common)));
    }
    return 0;
  }
  const runOne = (one: Variant): Promise<Run> =>
    runVariant(one, {
      ...common,
      concurrency: options.concurrency ?? (typeof one.model === 'string' ? 1 : endpointConcurrency),
      onProgress: createRunProgress(one.id, tools),
      command: commandOf(args),
    });
  const baseline = other && (await runOne(other));
  const run = await runOne(variant);
  return report({ run, baseline, gates, options, store }, tools);
};

async function commonOptions(
  options: EvalRunOptions,
  { env, signal, say }: CommandTools,
  store: RunStore,
): Promise<Omit<RunOptions, 'concurrency' | 'onProgress' | 'command'>> {
  const { splits, trials, seed, perMinute, timeoutMs, fresh } = options;
  return {
    ...{ store, env, signal, splits, trials, seed, perMinute, timeoutMs, fresh },
    suites: pickSuites(options.suites),
    prices: await readPriceTable(),
    onNote: (note) => say(`${note}\n`),
  };
}

const commandOf = (args: readonly string[]): string =>
  [
    'npm run eval --',
    ...args.map((arg) => (/^[\w=,./-]+$/.test(arg) ? arg : JSON.stringify(arg))),
  ].join(' ');

type Reported = {
  readonly run: Run;
  readonly baseline: Run | null;
  readonly gates: Awaited<ReturnType<typeof readGates>>;
  readonly options: EvalRunOptions;
  readonly store: RunStore;
};

function report({ run, baseline, gates, options, store }: Reported, tools: CommandTools): number {
  const model = reportModel({
    ...{ run, baseline, history: [] },
    gates: decideGates(gates, run, baseline),
  });
  const { header } = run;
  // What takes longer is in the table; case by case it is noise.
  const timed = new Set(allSuites.flatMap((suite) => (suite.timed ? [suite.name] : [])));
  const lasting = (some: typeof model.regressions) =>
    some.filter(({ row }) => !timed.has(row.suite));
  const against = baseline ? ` against ${baseline.header.variant.id}` : '';
  const changes = baseline
    ? [
        printChanges('Regressions (dev split)', lasting(model.regressions), options.show),
        printChanges(
          'Improvements (dev split)',
          lasting(model.improvements),
          Math.min(options.show, 3),
        ),
      ]
    : [];
  const { variant } = header;
  const sections = [
    `${variant.id}${against}: ${run.rows.length} cases of ${header.suites.join(', ')} (${header.splits.join(' and ')})`,
    ...changes,
    printMetrics(model.metrics, model.differences),
    printService(model.service),
    printGates(model.gates),
    printFailures([...run.rows, ...(baseline?.rows ?? [])]),
    `Run ${header.run} in ${store.folder}\n` +
      `variant ${variant.hash}, prompt ${variant.promptHash}, corpus ${variant.corpusHash}, cases ${header.datasetHash}, commit ${variant.gitSha}, seed ${header.seed}`,
  ];
  tools.print(sections.filter((section) => section !== '').join('\n\n'));
  const code = exitCodeOf(model.gates, model.voids);
  if (code === 2) {
    const why = [
      ...model.voids,
      ...model.gates
        .filter(({ verdict }) => verdict === 'void')
        .map(({ gate, detail }) => `${gate}: ${detail}`),
    ];
    tools.print(`VOID, nothing can be concluded:\n  ${why.join('\n  ')}`);
  } else tools.print(code === 0 ? 'Every gate holds.' : 'A gate fails.');
  return code;
}

function printEstimate(
  id: string,
  { cases, cached, calls, tokensIn, tokensOut, costUsd }: Estimate,
): string {
  const cost =
    costUsd === null
      ? 'at an unknown price: add the model to evals/prices.yaml'
      : `for at most $${costUsd.toFixed(2)}`;
  return `${id}: ${cases} cases, ${cached} of them known from earlier runs; at most ${calls} calls, about ${tokensIn} tokens in and ${tokensOut} out, ${cost}.`;
}
