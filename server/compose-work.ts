import { type Answers, createAnswers } from './classroom/conversations/answers.ts';
import { createNotebook, type Notebook } from './classroom/conversations/notebook.ts';
import { createUpkeep, runDaily, type Upkeep } from './classroom/upkeep/upkeep.ts';
import type { Tutor } from './compose.ts';
import { TutorError } from './errors.ts';
import { type Rate, usualLimits } from './http/limits.ts';
import { type Log, toLogFields } from './log.ts';
import type { Store } from './storage/store.ts';
import { readQuestion } from './tutoring/read-question.ts';

/** What students do with the tutor, what is kept of it, and for how long. */
export type Work = {
  readonly answers: Answers;
  readonly notebook: Notebook;
  readonly upkeep: Upkeep;
  /** Ends what is under way and keeps what came. */
  close(): Promise<void>;
};

export type WorkParts = {
  readonly store: Store;
  readonly tutor: Pick<Tutor, 'answerIn'>;
  readonly log: Log;
  /** How often a student may ask; by default what is published. */
  readonly questions?: readonly Rate[];
  /** Ends the answers under way; its reason must be a `TutorError`. By default never. */
  readonly stopping?: AbortSignal;
};

/** Builds it over a store and a tutor; what an earlier process left unfinished or kept for too long is seen to first. */
export async function composeWork(parts: WorkParts): Promise<Work> {
  const { store, tutor, log, questions = usualLimits.questions, stopping } = parts;
  const answers = await createAnswers({
    ...{ store, tutor, checkQuestion: readQuestion, limits: questions },
  });
  const upkeep = createUpkeep(store, answers);
  const endUpkeep = await runDaily(upkeep, (error) =>
    log.error('retention-failed', toLogFields(error)),
  );
  stopping?.addEventListener('abort', () => void answers.close(stopping.reason as Error));
  return {
    ...{ answers, upkeep, notebook: createNotebook(store, answers) },
    async close() {
      endUpkeep();
      await answers.close(serverStops());
    },
  };
}

const serverStops = (): TutorError =>
  new TutorError('model-interrupted', 'The server is stopping; please ask again later.');
