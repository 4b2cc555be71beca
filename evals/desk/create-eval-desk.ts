import { join } from 'node:path';
import type { EvalDesk } from '../../server/classroom/evals/eval-desk.ts';
import type { EndpointSettings } from '../../server/config.ts';
import type { EvalEstimate, EvalRun } from '../../server/contract/evals.ts';
import { TutorError } from '../../server/errors.ts';
import type { AddedDraft } from '../adopt/add-draft.ts';
import { openRunStore } from '../runs/run-store.ts';
import type { DeskRequest } from './desk-request.ts';
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
    async estimate(variant) {
      const folder = await variants.folderOf(variant);
      return (await tasks.ask({ task: 'estimate', runs, folder, variant, suites })) as EvalEstimate;
    },
    async start(variant) {
      const folder = await variants.folderOf(variant);
      return find(await runner.start({ task: 'run', runs, folder, variant, suites }));
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
      const drafts = parts.drafts ?? (await draftsIn(dataDir));
      const added = (await tasks.ask({ task: 'adopt', conversation, drafts })) as AddedDraft;
      return { caseId: added.caseId, replaced: added.replaced };
    },
    async cases() {
      return readDrafts(parts.drafts ?? (await draftsIn(dataDir)));
    },
    async close() {
      await Promise.all([runner.close(), tasks.close()]);
    },
  };
}
