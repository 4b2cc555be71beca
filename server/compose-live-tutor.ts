import { type ComposeOptions, composeTutor, type Tutor } from './compose.ts';
import { createLasting, type Lasting } from './compose-lasting.ts';
import type { Config } from './config.ts';
import { listFiles, type ListedFile } from './documents/list-files.ts';
import type { BuildProgress } from './ingestion/build-index.ts';
import type { EndpointWatch } from './models/endpoint-watch.ts';

export type ReloadOptions = {
  /**
   * The rules of the answer prompt from now on; `null` for the program's own. Left out, those that serve stay.
   */
  readonly rules?: string | null;
  readonly onProgress?: BuildProgress;
  /** Gives the reload up; the old parts go on serving. */
  readonly signal?: AbortSignal;
};

/** A tutor whose parts can be replaced while it serves. */
export type LiveTutor = Tutor & {
  /**
   * Composes anew from the corpus as it is now and takes the result in one step: what is under way ends on the old
   * parts, what comes next begins on the new ones. Conversations go on. Reloads run one after another.
   * @throws {TutorError} as `composeTutor`; the old parts then go on serving, with their rules
   */
  reload(options?: ReloadOptions): Promise<Tutor>;
  /** The endpoint as the last call found it, and a way to call it now. */
  readonly endpoint: Pick<EndpointWatch, 'state' | 'check'>;
  /** The files of the corpus folder as they were just before the parts that serve were read. */
  readonly files: readonly ListedFile[];
  /** What no reload replaces. */
  readonly lasting: Lasting;
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
  const compose = async (
    wanted: string | null,
    { onProgress, signal }: Pick<ReloadOptions, 'onProgress' | 'signal'>,
  ) => {
    const { rules: _served, ...tuning } = options.tuning ?? {};
    // Before anything is read: what changes meanwhile must look changed.
    const files = await listFiles(config.corpusDir).then(
      (listed) => listed.files,
      () => [], // the reading will say it better
    );
    const tutor = await composeTutor(config, {
      ...options,
      lasting,
      tuning: { ...tuning, ...(wanted !== null && { rules: wanted }) },
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
    });
    return { tutor, files };
  };
  let current = await compose(rules, options);
  let last: Promise<unknown> = Promise.resolve();

  const reload = async ({
    rules: wanted = rules,
    onProgress = () => {},
    signal,
  }: ReloadOptions): Promise<Tutor> => {
    signal?.throwIfAborted();
    const next = await compose(wanted, { onProgress, ...(signal && { signal }) });
    signal?.throwIfAborted();
    rules = wanted;
    current = next;
    return next.tutor;
  };

  return {
    answer: (request, signal) => current.tutor.answer(request, signal),
    answerIn: (memory, request, signal) => current.tutor.answerIn(memory, request, signal),
    critique: (request, signal) => current.tutor.critique(request, signal),
    checkDraft: (draft) => current.tutor.checkDraft(draft),
    tasks: () => current.tutor.tasks(),
    document: (id) => current.tutor.document(id),
    status: () => current.tutor.status(),
    trace: (question, limit) => current.tutor.trace(question, limit),
    questionTerms: (question) => current.tutor.questionTerms(question),
    get notes() {
      return current.tutor.notes;
    },
    get opened() {
      return current.tutor.opened;
    },
    get files() {
      return current.files;
    },
    endpoint: lasting.watch,
    lasting,
    reload(wanted = {}) {
      const done = last.then(() => reload(wanted));
      last = done.catch(() => {});
      return done;
    },
  };
}
