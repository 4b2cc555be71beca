import type { SharedConversation } from '../../server/classroom/evals/eval-desk.ts';
import { addDraft } from '../adopt/add-draft.ts';
import { decideGates } from '../gates/decide-gates.ts';
import { readGates } from '../gates/read-gates.ts';
import { historyOf } from '../report/history-of.ts';
import { htmlReport } from '../report/html/html-report.ts';
import { reportModel } from '../report/report-model.ts';
import { dryRun } from '../runs/dry-run.ts';
import { readPriceTable } from '../runs/price-table.ts';
import { openRunStore } from '../runs/run-store.ts';
import { ownCasesSuite } from '../own/own-cases-suite.ts';
import { runVariant } from '../runs/run-variant.ts';
import { pickSuites, timelessSuites } from '../suites/all-suites.ts';
import { loadVariant } from '../variants/load-variant.ts';
import type { Variant } from '../variants/variant.ts';
import type { DeskRequest, VariantOrder } from './desk-request.ts';
import { toComparison } from './to-comparison.ts';

export type TaskTools = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
  /** Told the name of a run when it has begun. */
  readonly onBegin: (run: string) => void;
};

/** Cases that an endpoint is asked at once. */
const endpointConcurrency = 4;

/** What a run of the desk is; time is not measured, since a low priority would falsify it. */
const scopeOf = ({ suites, own }: VariantOrder) => ({
  suites: own
    ? [ownCasesSuite(own.cases)]
    : suites.length === 0
      ? timelessSuites
      : pickSuites(suites),
  ...({ splits: ['dev'], trials: 1, fresh: false } as const),
});

/** The variant of an order; on the course that serves where the trainer's own cases are measured. */
async function variantOf({ variant, folder, own }: VariantOrder): Promise<Variant> {
  const loaded = await loadVariant(variant, folder);
  return own ? { ...loaded, corpus: own.corpus } : loaded;
}

/** Does what the desk asks for; what it gives back can be written as JSON. */
export async function doTask(request: DeskRequest, tools: TaskTools): Promise<unknown> {
  switch (request.task) {
    case 'run':
      return run(request, tools);
    case 'estimate':
      return dryRun(await variantOf(request), {
        ...{ ...scopeOf(request), env: tools.env },
        store: await openRunStore(request.runs),
        prices: await readPriceTable(),
      });
    case 'adopt':
      return addDraft(toConversation(request.conversation), request.drafts, request.corpus);
    case 'compare':
    case 'report':
      return report(request);
  }
}

const toConversation = ({ turns, decision, answer }: SharedConversation) => ({
  ...{ turns: [...turns], decision: decision ?? undefined, answer },
});

async function run(order: VariantOrder, tools: TaskTools): Promise<null> {
  const { variant: id, runs, own } = order;
  const scope = scopeOf(order);
  const variant = await variantOf(order);
  await runVariant(variant, {
    ...{ ...scope, env: tools.env, signal: tools.signal },
    store: await openRunStore(runs),
    prices: await readPriceTable(),
    ...{ seed: 1, perMinute: null, timeoutMs: 60_000 },
    concurrency: typeof variant.model === 'string' ? 1 : endpointConcurrency,
    command: own
      ? 'Evaluations, on the trainer’s page'
      : `npm run eval -- --variant ${id} --suite ${scope.suites.map(({ name }) => name).join(',')}`,
    onBegin: tools.onBegin,
    onProgress: () => {},
    onNote: () => {},
  });
  return null;
}

async function report({
  task,
  ...request
}: Extract<DeskRequest, { task: 'compare' | 'report' }>): Promise<unknown> {
  const store = await openRunStore(request.runs);
  const one = await store.read(request.run);
  const baseline = request.baseline === null ? null : await store.read(request.baseline);
  const gates = await readGates();
  const verdicts = decideGates(gates, one, baseline);
  const history = task === 'report' ? await historyOf(one, store) : [];
  const model = reportModel({ run: one, baseline, history, gates: verdicts });
  return task === 'report' ? htmlReport(model) : toComparison(model, gates);
}
