import { randomUUID } from 'node:crypto';
import type { DraftRequest, DraftView } from '../../contract/drafts.ts';
import type { Tutor } from '../../compose.ts';
import { addDraft, restartDraft } from '../../storage/drafts.ts';
import {
  findDraft,
  findDraftOfRequest,
  newestComplete,
  type RecentDraft,
  recentDrafts,
} from '../../storage/find-drafts.ts';
import type { Store } from '../../storage/store.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { checkUnderWay, type ReadingLimits } from './reading-limits.ts';
import type { Readings } from './readings.ts';
import { isComplete, keyTaken, noPrevious, noSuchDraft, otherTask } from './refusals.ts';

/** How long the same text is taken for the same press of a button, in milliseconds. */
const sameWithinMs = 60_000;

const dayMs = 86_400_000;

/** How drafts come in; each student's one after another, so that none is counted or read twice. */
export type Submissions = {
  submit(studentId: string, request: DraftRequest): Promise<string>;
  retry(studentId: string, id: string): Promise<string>;
};

export type SubmissionDependencies = Pick<Store, 'tables'> & {
  readonly critic: Pick<Tutor, 'checkDraft'>;
  readonly now: () => Date;
  readonly limits: ReadingLimits;
  readonly readings: Readings;
};

export function createSubmissions(dependencies: SubmissionDependencies): Submissions {
  const { tables, critic, now, limits, readings } = dependencies;
  const inTurn = createOneAtATime();
  /** Who was let in and whose reading has not begun: else of many at once more would come in than may. */
  const entering = new Set<string>();

  const letIn = async <T>(studentId: string, enter: () => Promise<T>): Promise<T> => {
    checkUnderWay(studentId, [...readings.students(), ...entering]);
    entering.add(studentId);
    try {
      return await enter();
    } finally {
      entering.delete(studentId);
    }
  };

  const recentOf = (studentId: string, task: string): Promise<readonly RecentDraft[]> => {
    const since = new Date(now().getTime() - dayMs).toISOString();
    return recentDrafts(tables, { studentId, task, since });
  };

  const submit = async (studentId: string, sent: DraftRequest): Promise<string> => {
    // Half a character cannot be stored, and what is read must be what is stored.
    const request = { ...sent, text: sent.text.toWellFormed() };
    const { task, text, requestKey } = request;
    const joined = requestKey && (await findDraftOfRequest(tables, studentId, requestKey));
    if (joined && joined.text !== text) throw keyTaken();
    if (joined) return joined.id;
    const language = critic.checkDraft({
      ...{ task, text },
      ...(request.language && { language: request.language }),
    });
    const recent = await recentOf(studentId, task);
    const same = recent.findLast((one) => isSame(one, request, now()));
    if (same) return same.id;
    return letIn(studentId, async () => {
      limits.checkDay(studentId, task, recent);
      const previous = await previousOf(studentId, request);
      const draft = {
        ...{ id: randomUUID(), studentId, task, text, language, requestKey: requestKey ?? null },
        ...{ createdAt: now().toISOString(), previousId: previous?.id ?? null },
      };
      if (!(await addDraft(tables, draft))) throw keyTaken();
      readings.start(studentId, { draft, previous });
      return draft.id;
    });
  };

  const previousOf = async (
    studentId: string,
    { task, previousId }: Pick<DraftRequest, 'task' | 'previousId'>,
  ): Promise<DraftView | null> => {
    if (previousId === null) return null;
    if (previousId === undefined) return newestComplete(tables, studentId, task);
    const previous = await findDraft(tables, studentId, previousId);
    if (!previous) throw noPrevious();
    if (previous.task !== task) throw otherTask();
    return previous;
  };

  const retry = async (studentId: string, id: string): Promise<string> => {
    const draft = await findDraft(tables, studentId, id);
    if (!draft) throw noSuchDraft();
    if (readings.isUnderWay(id)) return id;
    if (draft.status === 'complete') throw isComplete();
    const { task, text, language, previousId } = draft;
    critic.checkDraft({ task, text, language });
    return letIn(studentId, async () => {
      limits.checkDay(studentId, task, await recentOf(studentId, task));
      const previous = previousId === null ? null : await findDraft(tables, studentId, previousId);
      if (draft.status !== 'streaming') await restartDraft(tables, id);
      // Counted by its row, a reading that came to nothing was not, and one of another day is no longer.
      if (draft.status === 'stopped' || Date.parse(draft.createdAt) < now().getTime() - dayMs) {
        limits.alsoCount(studentId, task, now().toISOString());
      }
      readings.start(studentId, { draft, previous });
      return id;
    });
  };

  return {
    submit: (studentId, request) => inTurn(studentId, () => submit(studentId, request)),
    retry: (studentId, id) => inTurn(studentId, () => retry(studentId, id)),
  };
}

/** The same draft, sent again at once, that is being read or was. */
function isSame(one: RecentDraft, request: DraftRequest, now: Date): boolean {
  const { text, language = one.language, previousId = one.previousId } = request;
  return (
    one.text === text &&
    one.language === language &&
    one.previousId === previousId &&
    (one.status === 'streaming' || one.status === 'complete') &&
    Date.parse(one.createdAt) > now.getTime() - sameWithinMs
  );
}
