import type {
  DraftEvent,
  DraftRequest,
  DraftSummary,
  DraftView,
  SharedDraft,
  SharedDraftView,
} from '../../contract/drafts.ts';
import type { Tutor } from '../../compose.ts';
import {
  deleteDraft,
  forgetDeletedDrafts,
  interruptDrafts,
  shareDraft,
  withoutBefore,
} from '../../storage/drafts.ts';
import {
  findDraft,
  findSharedDraft,
  isShared,
  listDrafts,
  listSharedDrafts,
} from '../../storage/find-drafts.ts';
import type { Store } from '../../storage/store.ts';
import type { LiveStreams, Numbered } from '../live-streams.ts';
import { createReadingLimits } from './reading-limits.ts';
import { createReadings } from './readings.ts';
import type { ReadingDependencies } from './read-to-end.ts';
import { noSuchDraft } from './refusals.ts';
import { replayReading } from './replay-reading.ts';
import { createSubmissions } from './submissions.ts';

/** What students do with their drafts, and what trainers see of them. */
export type Drafts = {
  /** Stores a draft and begins to read it; one that comes a second time is joined. @returns its id */
  submit(studentId: string, request: DraftRequest): Promise<string>;
  /** Reads a draft again that came to nothing. @returns its id */
  retry(studentId: string, id: string): Promise<string>;
  /** The events of a draft's reading after number `after`, those to come included. */
  events(studentId: string, id: string, from: ReadFrom): AsyncGenerator<Numbered<DraftEvent>>;
  /** Ends the reading of a draft; one that is over stays as it is. */
  stop(studentId: string, id: string): Promise<void>;
  /** Ends the reading of all that a student has sent. */
  stopAll(studentId: string): Promise<void>;
  list(studentId: string): Promise<readonly DraftSummary[]>;
  find(studentId: string, id: string): Promise<DraftView>;
  share(studentId: string, id: string, shared: boolean): Promise<DraftView>;
  remove(studentId: string, id: string): Promise<void>;
  listShared(): Promise<readonly SharedDraft[]>;
  findShared(id: string): Promise<SharedDraftView>;
};

/** Where a reader goes on from, -1 for the beginning; who no longer reads fires `signal`. */
export type ReadFrom = {
  readonly after: number;
  readonly requestId: string;
  readonly signal?: AbortSignal;
};

export type DraftDependencies = Omit<ReadingDependencies, 'tables' | 'critic' | 'now'> & {
  readonly store: Pick<Store, 'tables' | 'checkpoint'>;
  readonly critic: Pick<Tutor, 'critique' | 'checkDraft'>;
  readonly streams: LiveStreams<DraftEvent>;
  readonly now?: () => Date;
};

/**
 * Every method that takes a student's draft throws `not-found` for one that is somebody else's. Before the first call,
 * what an earlier process left `streaming` becomes `interrupted`.
 */
export async function createDrafts({
  store: { tables, checkpoint },
  critic,
  streams,
  now = () => new Date(),
  ...told
}: DraftDependencies): Promise<Drafts> {
  await interruptDrafts(tables, now().toISOString());
  const limits = createReadingLimits(now);
  const readings = createReadings(streams, { tables, critic, now, ...told });
  const submissions = createSubmissions({ tables, critic, now, limits, readings });

  /** A reading whose end could not be stored, the disk being full, is over all the same. */
  const asItIs = <One extends Pick<DraftView, 'id' | 'status'>>(draft: One): One =>
    draft.status !== 'streaming' || readings.isUnderWay(draft.id)
      ? draft
      : { ...draft, status: 'interrupted' };
  const find = async (studentId: string, id: string): Promise<DraftView> => {
    const draft = await findDraft(tables, studentId, id);
    if (!draft) throw noSuchDraft();
    return asItIs(draft);
  };

  return {
    submit: submissions.submit,
    retry: submissions.retry,
    async *events(studentId, id, { after, requestId, signal }) {
      const draft = await find(studentId, id);
      const live = draft.status === 'streaming' ? readings.follow(id, after, signal) : null;
      if (live) return yield* live;
      // One that was `streaming` has ended in between.
      const over = draft.status === 'streaming' ? await find(studentId, id) : draft;
      yield* replayReading(over, { after, requestId });
    },
    async stop(studentId, id) {
      await find(studentId, id);
      await readings.stop(id);
    },
    stopAll: readings.stopAll,
    list: async (studentId) => (await listDrafts(tables, studentId)).map(asItIs),
    find,
    async share(studentId, id, shared) {
      await shareDraft(tables, { studentId, id, shared });
      return find(studentId, id);
    },
    async remove(studentId, id) {
      const { task, createdAt, status } = await find(studentId, id);
      await readings.stop(id);
      await deleteDraft(tables, studentId, id);
      await forgetDeletedDrafts(tables);
      await checkpoint();
      if (status !== 'interrupted' && status !== 'failed') {
        limits.alsoCount(studentId, task, createdAt);
      }
    },
    listShared: async () => (await listSharedDrafts(tables)).map(asItIs),
    async findShared(id) {
      const draft = await findSharedDraft(tables, id);
      if (!draft) throw noSuchDraft();
      const { previousId } = draft;
      const showsBefore = previousId !== null && (await isShared(tables, previousId));
      const { critique } = draft;
      // What its student keeps is not shown by way of another draft.
      return asItIs(
        showsBefore || !critique ? draft : { ...draft, critique: withoutBefore(critique) },
      );
    },
  };
}
