import { type ComposeOptions, composeTutor, type Tutor } from './compose.ts';
import { createLasting } from './compose-lasting.ts';
import type { Config } from './config.ts';
import type { BuildProgress } from './ingestion/build-index.ts';

export type ReloadOptions = {
  /**
   * The rules of the answer prompt from now on; `null` for the program's own. Left out, those that serve stay.
   */
  readonly rules?: string | null;
  readonly onProgress?: BuildProgress;
};

/** A tutor whose parts can be replaced while it serves. */
export type LiveTutor = Tutor & {
  /**
   * Composes anew from the corpus as it is now and takes the result in one step: what is under way ends on the old
   * parts, what comes next begins on the new ones. Conversations go on. Reloads run one after another.
   * @throws {TutorError} as `composeTutor`; the old parts then go on serving, with their rules
   */
  reload(options?: ReloadOptions): Promise<Tutor>;
};

/**
 * Builds a {@link LiveTutor}.
 * @throws {TutorError} when the corpus or the index cannot be used
 */
export async function composeLiveTutor(
  config: Config,
  options: ComposeOptions = {},
): Promise<LiveTutor> {
  const lasting = options.lasting ?? (await createLasting());
  let rules = options.tuning?.rules ?? null;
  const compose = (wanted: string | null, onProgress?: BuildProgress): Promise<Tutor> => {
    const { rules: _served, ...tuning } = options.tuning ?? {};
    return composeTutor(config, {
      ...options,
      lasting,
      tuning: { ...tuning, ...(wanted !== null && { rules: wanted }) },
      ...(onProgress && { onProgress }),
    });
  };
  let current = await compose(rules, options.onProgress);
  let last: Promise<unknown> = Promise.resolve();

  const reload = async ({ rules: wanted = rules, onProgress }: ReloadOptions): Promise<Tutor> => {
    const next = await compose(wanted, onProgress ?? (() => {}));
    rules = wanted;
    current = next;
    return next;
  };

  return {
    answer: (request, signal) => current.answer(request, signal),
    answerIn: (memory, request, signal) => current.answerIn(memory, request, signal),
    critique: (request, signal) => current.critique(request, signal),
    checkDraft: (...draft) => current.checkDraft(...draft),
    tasks: () => current.tasks(),
    document: (id) => current.document(id),
    status: () => current.status(),
    trace: (question, limit) => current.trace(question, limit),
    get notes() {
      return current.notes;
    },
    get opened() {
      return current.opened;
    },
    reload(wanted = {}) {
      const done = last.then(() => reload(wanted));
      last = done.catch(() => {});
      return done;
    },
  };
}
