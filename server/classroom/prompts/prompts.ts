import type { NewPromptRequest, PromptNeed, PromptsView } from '../../contract/evals.ts';
import { TutorError } from '../../errors.ts';
import { addPrompt, listPrompts, servedPrompt, setServedPrompt } from '../../storage/prompts.ts';
import type { TableAccess } from '../../storage/store.ts';

/** The versions of the answer prompt's rules, and which one answers. */
export type Prompts = {
  view(): Promise<PromptsView>;
  /** Stores a new version, which does not answer yet. */
  add(request: NewPromptRequest): Promise<PromptsView>;
  /**
   * Lets a version answer from now on and after every restart; an earlier one rolls back.
   * @throws {TutorError} `not-found`; whatever the tutor throws when it cannot take it, which then stays as it was
   */
  serve(version: number): Promise<PromptsView>;
};

export type PromptsParts = {
  readonly tables: TableAccess;
  /** The program's own rules: version 0. */
  readonly own: string;
  /** What rules leave out that the tutor needs. */
  readonly missing: (rules: string) => readonly PromptNeed[];
  /** Whether a language model reads the rules. */
  readonly read: boolean;
  /** Makes the running tutor use rules, or its own for `null`. */
  readonly serve: (rules: string | null) => Promise<void>;
  readonly now?: () => Date;
};

export function createPrompts({
  tables,
  own,
  missing,
  read,
  serve,
  now = () => new Date(),
}: PromptsParts): Prompts {
  let last: Promise<unknown> = Promise.resolve();
  /** One change after the other, so that what answers is always what is kept. */
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const done = last.then(change);
    last = done.catch(() => {});
    return done;
  };
  const view = async (): Promise<PromptsView> => {
    const serving = await servedPrompt(tables);
    const written = await listPrompts(tables);
    const all = [...written, { version: 0, text: own, note: '', createdAt: null }];
    const versions = all.map((prompt) => ({
      ...prompt,
      serving: prompt.version === serving,
      missing: missing(prompt.text),
    }));
    return { versions, read };
  };

  return {
    view,
    add: (request) =>
      inTurn(async () => {
        await addPrompt(tables, { ...request, createdAt: now().toISOString() });
        return view();
      }),
    serve: (version) =>
      inTurn(async () => {
        const rules = await rulesOf(tables, version);
        if (rules === undefined) {
          throw new TutorError('not-found', `There is no version ${version} of the rules.`);
        }
        const before = await servedPrompt(tables);
        await setServedPrompt(tables, version);
        try {
          await serve(rules);
        } catch (error) {
          await setServedPrompt(tables, before);
          throw error;
        }
        return view();
      }),
  };
}

/** The rules that answer, over restarts; `null` for the program's own. */
export async function servedRules(tables: TableAccess): Promise<string | null> {
  return (await rulesOf(tables, await servedPrompt(tables))) ?? null;
}

/** The rules of a version, `null` for the program's own, `undefined` where there is none. */
const rulesOf = async (tables: TableAccess, version: number): Promise<string | null | undefined> =>
  version === 0
    ? null
    : (await listPrompts(tables)).find((prompt) => prompt.version === version)?.text;
