import { join, resolve } from 'node:path';
import type { EvalDesk } from '../../server/classroom/evals/eval-desk.ts';
import type { EndpointSettings } from '../../server/config.ts';
import {
  type EvalEstimate,
  type EvalGround,
  type EvalRun,
  ownCases,
} from '../../server/contract/evals.ts';
import { TutorError } from '../../server/errors.ts';
import type { AddedDraft } from '../adopt/add-draft.ts';
import { createExpectations } from '../own/expectations.ts';
import { openRunStore } from '../runs/run-store.ts';
import type { DeskRequest, VariantOrder } from './desk-request.ts';
import { draftsIn, readDrafts } from './desk-drafts.ts';
import { createDeskVariants, keyVariable, type TriedPrompt } from './desk-variants.ts';
import { createRunList } from './run-list.ts';
import { createRunner } from './runner.ts';
import { deskProgram, spawnTask } from './spawn-task.ts';
import { createTaskQueue } from './task-queue.ts';
import type { ComparisonBody } from './to-comparison.ts';

export type EvalDeskParts = {
  /** Runs are kept in its `evals/runs`, which `npm run eval` uses too. */
  readonly dataDir: string;
  /** The folder of the course that serves; by default the project's own. */
  readonly corpusDir?: string;
  readonly endpoint: EndpointSettings | null;
  readonly prompts: () => Promise<readonly TriedPrompt[]>;
  /** Where adopted cases are added; by default the project's own file, or the data folder where that is read-only. */
  readonly drafts?: string;
  /** What works on requests, after Node's own path. */
  readonly program?: readonly string[];
  /** The variants that have a file. */
  readonly variants?: string;
  /** Suites of a run; by default every one that measures no time. */
  readonly suites?: readonly string[];
};

const evals = join(import.meta.dirname, '..');
const shippedCorpus = resolve(evals, '..', 'corpus');

/** Opens the desk: runs and everything else that takes long are processes of their own. */
export async function createEvalDesk(parts: EvalDeskParts): Promise<EvalDesk> {
  const { dataDir, endpoint, prompts, program = deskProgram, suites = [] } = parts;
  const runs = join(dataDir, 'evals', 'runs');
  const store = await openRunStore(runs);
  const variants = createDeskVariants({
    ...{ folder: parts.variants ?? join(evals, 'variants'), prompts, endpoint },
    promptsFolder: join(dataDir, 'evals', 'variants'),
  });
  const key = endpoint?.apiKey ?? null;
  const env: Record<string, string> = key === null ? {} : { [keyVariable]: key };
  const spawn = (request: DeskRequest) => spawnTask(request, { program, env });
  const corpus = resolve(parts.corpusDir ?? shippedCorpus);
  const isShipped = corpus === shippedCorpus;
  const drafts = async () =>
    parts.drafts ?? (isShipped ? draftsIn(dataDir) : join(dataDir, 'evals', 'drafts.jsonl'));
  const expectations = createExpectations(join(dataDir, 'evals', 'expectations.json'));
  const cases = async () => readDrafts(await drafts(), await expectations.read());
  const orderOf = async (variant: string, ground: EvalGround): Promise<VariantOrder> => {
    const folder = await variants.folderOf(variant);
    if (ground === 'shipped') return { runs, folder, variant, suites };
    const own = await cases();
    if (own.length > 0)
      return { runs, folder, variant, suites: [ownCases], own: { cases: own, corpus } };
    throw new TutorError(
      'bad-request',
      'There is no case of your own yet; make one of what a student shares.',
    );
  };
  const runner = createRunner({ list: createRunList(store), spawn });
  const tasks = createTaskQueue(spawn);

  const find = async (name: string): Promise<EvalRun> => {
    const found = (await runner.runs()).find(({ run }) => run === name);
    if (found) return found;
    throw new TutorError('not-found', 'There is no such run any more; reload the page.');
  };
  const known = async (run: string, baseline: string | null) =>
    [await find(run), baseline === null ? null : await find(baseline)] as const;

  return {
    runs: runner.runs,
    variants: variants.list,
    async estimate(variant, ground = 'shipped') {
      const order = await orderOf(variant, ground);
      return (await tasks.ask({ task: 'estimate', ...order })) as EvalEstimate;
    },
    async start(variant, ground = 'shipped') {
      const order = await orderOf(variant, ground);
      return find(await runner.start({ task: 'run', ...order }));
    },
    async stop(run) {
      await find(run);
      await runner.stop(run);
      return find(run);
    },
    async compare(run, baseline) {
      const [one, other] = await known(run, baseline);
      const body = await tasks.ask({ task: 'compare', runs, run, baseline });
      return { ...(body as ComparisonBody), run: one, baseline: other };
    },
    async report(run, baseline) {
      await known(run, baseline);
      return (await tasks.ask({ task: 'report', runs, run, baseline })) as string;
    },
    async adopt(conversation) {
      const order = { conversation, drafts: await drafts(), corpus };
      const added = (await tasks.ask({ task: 'adopt', ...order })) as AddedDraft;
      return { caseId: added.caseId, replaced: added.replaced };
    },
    cases,
    async expect(caseId, expectation) {
      if (!(await cases()).some((one) => one.caseId === caseId))
        throw new TutorError('not-found', 'There is no such case any more; reload the page.');
      await expectations.set(caseId, expectation);
      return cases();
    },
    course: () => Promise.resolve({ shipped: isShipped }),
    async close() {
      await Promise.all([runner.close(), tasks.close()]);
    },
  };
}
