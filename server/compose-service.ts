import { createAccess, type Access } from './classroom/access/access.ts';
import { type Answers, createAnswers } from './classroom/conversations/answers.ts';
import type { Tutor } from './compose.ts';
import type { Config } from './config.ts';
import { TutorError } from './errors.ts';
import { openStore, type Store } from './storage/store.ts';
import { readQuestion } from './tutoring/read-question.ts';

/** What stands around the tutor: who comes in, and what is kept. */
export type Service = {
  readonly store: Store;
  readonly access: Access;
  readonly answers: Answers;
  /** Ends what is under way and keeps what came. */
  close(): Promise<void>;
};

/**
 * Opens the data folder and builds what keeps students' work.
 * @param stopping ends the answers under way; its reason must be a `TutorError`
 * @throws {TutorError} `data-in-use`, `data-broken`, `disk-full`, `settings-wrong`
 */
export async function composeService(
  config: Pick<Config, 'dataDir' | 'askLimits'>,
  tutor: Pick<Tutor, 'answerIn'>,
  stopping?: AbortSignal,
): Promise<Service> {
  const store = await openStore(config.dataDir);
  const access = createAccess(store);
  await access.ensureClass();
  const answers = await createAnswers({
    ...{ store, tutor, checkQuestion: readQuestion, limits: config.askLimits },
  });
  stopping?.addEventListener('abort', () => void answers.close(stopping.reason as Error));
  return {
    ...{ store, access, answers },
    async close() {
      await answers.close(serverStops());
      await store.close();
    },
  };
}

const serverStops = (): TutorError =>
  new TutorError('model-interrupted', 'The server is stopping; please ask again later.');
