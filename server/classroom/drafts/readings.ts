import { randomUUID } from 'node:crypto';
import type { DraftEvent } from '../../contract/drafts.ts';
import type { LiveStreams, Numbered } from '../live-streams.ts';
import { StoppedByStudent } from '../stopped-by-student.ts';
import { type DraftToRead, readToEnd, type ReadingDependencies } from './read-to-end.ts';

/** The drafts that are being read now. */
export type Readings = {
  /** Begins to read a stored draft; it is read to its end whether anybody follows or not. */
  start(studentId: string, draft: DraftToRead): void;
  /** The events of a reading under way that come after number `after`; `null` when the draft is not being read. */
  follow(
    draftId: string,
    after: number,
    signal?: AbortSignal,
  ): AsyncGenerator<Numbered<DraftEvent>, void, void> | null;
  isUnderWay(draftId: string): boolean;
  /** Whose drafts are being read, one entry for each. */
  students(): readonly string[];
  /** Resolves once a draft is no longer read, and that is stored. */
  stop(draftId: string): Promise<void>;
  /** The same for all of a student's. */
  stopAll(studentId: string): Promise<void>;
};

/** Creates readings over streams, which others may use too. */
export function createReadings(
  streams: LiveStreams<DraftEvent>,
  dependencies: ReadingDependencies,
): Readings {
  /** By draft: its reading's id among the streams, where a draft that is read again must not meet its former one. */
  const underWay = new Map<string, { readonly run: string; readonly studentId: string }>();

  async function* read(toRead: DraftToRead, signal: AbortSignal): AsyncGenerator<DraftEvent> {
    try {
      yield* readToEnd(dependencies, toRead, signal);
    } finally {
      underWay.delete(toRead.draft.id);
    }
  }

  const stop = async (draftId: string): Promise<void> => {
    const reading = underWay.get(draftId);
    if (reading) await streams.stop(reading.run, new StoppedByStudent());
  };

  return {
    start(studentId, toRead) {
      const run = randomUUID();
      underWay.set(toRead.draft.id, { run, studentId });
      try {
        streams.start(run, (signal) => read(toRead, signal));
      } catch (error) {
        underWay.delete(toRead.draft.id);
        throw error;
      }
    },
    follow(draftId, after, signal) {
      const reading = underWay.get(draftId);
      return reading ? streams.follow(reading.run, after + 1, signal) : null;
    },
    isUnderWay: (draftId) => underWay.has(draftId),
    students: () => [...underWay.values()].map(({ studentId }) => studentId),
    stop,
    async stopAll(studentId) {
      const own = [...underWay].filter(([, reading]) => reading.studentId === studentId);
      await Promise.all(own.map(([draftId]) => stop(draftId)));
    },
  };
}
