import type { EvalDesk } from './classroom/evals/eval-desk.ts';
import { lazyEvalDesk } from './classroom/evals/lazy-eval-desk.ts';
import type { Prompts } from './classroom/prompts/prompts.ts';
import type { Config } from './config.ts';

/** The desk where trainers measure the tutor; none of the evals is loaded before it is used. */
export const composeEvals = (
  { dataDir, endpoint }: Pick<Config, 'dataDir' | 'endpoint'>,
  prompts: Pick<Prompts, 'versions'>,
  /** Where adopted cases are added; by default beside the other cases. */
  drafts?: string,
): EvalDesk =>
  lazyEvalDesk(async () => {
    const { createEvalDesk } = await import('../evals/desk/create-eval-desk.ts');
    return createEvalDesk({
      ...{ dataDir, endpoint, prompts: () => prompts.versions() },
      ...(drafts !== undefined && { drafts }),
    });
  });
