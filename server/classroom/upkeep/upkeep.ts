import { retentionDays, type SettingsView } from '../../contract/settings.ts';
import type { StudentExport } from '../../contract/student-data.ts';
import {
  countWork,
  deleteExpiredSessions,
  deleteGoneStudents,
  deleteWorkBefore,
} from '../../storage/retention.ts';
import { readSetting, writeSetting } from '../../storage/settings.ts';
import type { Store } from '../../storage/store.ts';
import { deleteStudent } from '../../storage/student-data.ts';
import type { Student } from '../access/caller.ts';
import type { Answers } from '../conversations/answers.ts';
import { exportStudent } from './export-student.ts';

/** What is kept, for how long, and how it goes away. */
export type Upkeep = {
  /** Deletes what was not touched for longer than it is kept, and leaves nothing of it in the data folder. */
  run(): Promise<void>;
  settings(): Promise<SettingsView>;
  /** Keeps students' work for so many days, and deletes at once what is older. */
  keepFor(days: number): Promise<SettingsView>;
  exportStudent(student: Student): Promise<StudentExport>;
  /** Ends what is being answered, deletes the student with everything, and leaves nothing of it in the data folder. */
  deleteStudent(studentId: string): Promise<void>;
};

const dayMs = 86_400_000;

/** @param pruneFiles deletes files that were put aside before a time; by default there are none */
export function createUpkeep(
  store: Pick<Store, 'tables' | 'checkpoint' | 'deleteOldBackups'>,
  answers: Pick<Answers, 'stopAll'>,
  now: () => Date = () => new Date(),
  pruneFiles: (before: Date) => Promise<unknown> = () => Promise.resolve(),
): Upkeep {
  const { tables } = store;
  const keptDays = async () =>
    Number((await readSetting(tables, 'retention-days')) ?? retentionDays.usual);
  const run = async () => {
    const at = now();
    const oldest = new Date(at.getTime() - (await keptDays()) * dayMs);
    const before = oldest.toISOString();
    await deleteWorkBefore(tables, before);
    await deleteExpiredSessions(tables, at.toISOString());
    await deleteGoneStudents(tables, before);
    await pruneFiles(oldest);
    await store.deleteOldBackups(oldest);
    await writeSetting(tables, 'last-retention', at.toISOString());
    await store.checkpoint();
  };
  const settings = async () => ({
    retentionDays: await keptDays(),
    lastRetention: await readSetting(tables, 'last-retention'),
    ...(await countWork(tables)),
  });
  return {
    run,
    settings,
    async keepFor(days) {
      await writeSetting(tables, 'retention-days', String(days));
      await run();
      return settings();
    },
    exportStudent: (student) => exportStudent(tables, student, now()),
    async deleteStudent(studentId) {
      await answers.stopAll(studentId);
      await deleteStudent(tables, studentId);
      await store.checkpoint();
    },
  };
}

/**
 * Runs the retention now and once a day, without keeping the process alive for it.
 * @param onFailure told of a run that failed: the next one makes up for it
 * @returns what ends it
 */
export async function runDaily(
  upkeep: Pick<Upkeep, 'run'>,
  onFailure: (error: unknown) => void,
): Promise<() => void> {
  const run = () => upkeep.run().catch(onFailure);
  await run();
  const timer = setInterval(() => void run(), dayMs).unref();
  return () => clearInterval(timer);
}
