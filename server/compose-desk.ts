import { adoptTurn } from './classroom/evals/adopt-turn.ts';
import type { EvalDesk } from './classroom/evals/eval-desk.ts';
import { lazyEvalDesk } from './classroom/evals/lazy-eval-desk.ts';
import { createPrompts, type Prompts } from './classroom/prompts/prompts.ts';
import type { Config } from './config.ts';
import type { NewCaseView } from './contract/evals.ts';
import type { Store } from './storage/store.ts';
import { answerRules } from './tutoring/answer-prompt.ts';
import { missingFromRules } from './tutoring/rule-needs.ts';

/** Where a trainer changes how the tutor answers, and measures what that gives. */
export type Desk = {
  readonly prompts: Prompts;
  readonly evals: EvalDesk;
  /** @throws {TutorError} `not-found` for a turn that its student does not share */
  adoptTurn(turnId: string): Promise<NewCaseView>;
};

export type DeskParts = {
  readonly config: Pick<Config, 'corpusDir' | 'dataDir' | 'endpoint'>;
  readonly store: Pick<Store, 'tables'>;
  /** Makes the running tutor answer by other rules; by the program's own for `null`. */
  readonly serveRules: (rules: string | null) => Promise<unknown>;
  /** Opens the evals; by default the project's own. */
  readonly openEvals?: (prompts: Prompts) => Promise<EvalDesk>;
  /** Where cases are added that are made of what students share; by default beside the others. */
  readonly drafts?: string;
};

/** Builds the desk. None of the evals is loaded before it is used. */
export function composeDesk({ config, store, serveRules, openEvals, drafts }: DeskParts): Desk {
  const { tables } = store;
  const prompts = createPrompts({
    ...{ tables, own: answerRules, missing: missingFromRules, read: config.endpoint !== null },
    serve: async (rules) => void (await serveRules(rules)),
  });
  const openOwn = async (): Promise<EvalDesk> => {
    const { createEvalDesk } = await import('../evals/desk/create-eval-desk.ts');
    const { corpusDir, dataDir, endpoint } = config;
    return createEvalDesk({
      ...{ corpusDir, dataDir, endpoint, prompts: async () => (await prompts.view()).versions },
      ...(drafts !== undefined && { drafts }),
    });
  };
  const evals = lazyEvalDesk(() => (openEvals ? openEvals(prompts) : openOwn()));
  return { prompts, evals, adoptTurn: (turnId) => adoptTurn({ tables, desk: evals }, turnId) };
}
