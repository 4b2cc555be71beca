import { type Answers, createAnswers } from './classroom/conversations/answers.ts';
import { createNotebook, type Notebook } from './classroom/conversations/notebook.ts';
import { createDrafts, type Drafts } from './classroom/drafts/drafts.ts';
import { createLiveStreams } from './classroom/live-streams.ts';
import { createUpkeep, runDaily, type Upkeep } from './classroom/upkeep/upkeep.ts';
import type { Tutor } from './compose.ts';
import type { DraftEvent } from './contract/drafts.ts';
import { TutorError } from './errors.ts';
import { type Rate, usualLimits } from './http/limits.ts';
import { type Log, toLogFields } from './log.ts';
import type { Store } from './storage/store.ts';
import { readQuestion } from './tutoring/read-question.ts';

/** What students do with the tutor, what is kept of it, and for how long. */
export type Work = {
  readonly answers: Answers;
  readonly notebook: Notebook;
  readonly drafts: Drafts;
  readonly upkeep: Upkeep;
  /** Ends what is under way and keeps what came. */
  close(): Promise<void>;
};

export type WorkParts = {
  readonly store: Store;
  readonly tutor: Pick<Tutor, 'answerIn' | 'critique' | 'checkDraft'>;
  readonly log: Log;
  /** How often a student may ask; by default what is published. */
  readonly questions?: readonly Rate[];
  /** How many answers may be under way at once. */
  readonly answersAtOnce?: number | undefined;
  /** Deletes files that were put aside before a time. */
  readonly pruneFiles?: (before: Date) => Promise<unknown>;
  /** Ends the answers under way; its reason must be a `TutorError`. By default never. */
  readonly stopping?: AbortSignal;
};

/** Builds it over a store and a tutor; what an earlier process left unfinished or kept for too long is seen to first. */
export async function composeWork(parts: WorkParts): Promise<Work> {
  const { store, tutor, log, questions = usualLimits.questions, stopping } = parts;
  const answers = await createAnswers({
    ...{ store, tutor, checkQuestion: readQuestion, limits: questions },
    ...(parts.answersAtOnce && { atOnce: parts.answersAtOnce }),
    onFailure: (error) => log.error('storing-failed', toLogFields(error)),
  });
  const readings = createLiveStreams<DraftEvent>();
  const drafts = await createDrafts({
    ...{ store, critic: tutor, streams: readings },
    onEnd: (end) => log.info('critique-end', end),
    onFailure: (error) => log.error('critique-failed', toLogFields(error)),
  });
  const stopper = {
    async stopAll(studentId: string) {
      await Promise.all([answers.stopAll(studentId), drafts.stopAll(studentId)]);
    },
  };
  const upkeep = createUpkeep(store, stopper, () => new Date(), parts.pruneFiles);
  const endUpkeep = await runDaily(upkeep, (error) =>
    log.error('retention-failed', toLogFields(error)),
  );
  const end = async (reason: Error): Promise<void> => {
    await Promise.all([answers.close(reason), readings.close(reason)]);
  };
  stopping?.addEventListener('abort', () => void end(stopping.reason as Error));
  return {
    ...{ answers, drafts, upkeep, notebook: createNotebook(store, answers) },
    async close() {
      endUpkeep();
      await end(serverStops());
    },
  };
}

const serverStops = (): TutorError =>
  new TutorError('model-interrupted', 'The server is stopping; please ask again later.');
