import type { Store } from '../../storage/store.ts';
import { type Classes, createClasses } from './classes.ts';
import { type FirstSecrets, prepareFirstStart } from './first-start.ts';
import { keptUntil } from './kept-until.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createStudentDoor, type StudentDoor } from './student-door.ts';
import { createTrainerDoor, type TrainerDoor } from './trainer-door.ts';

/** Who may come in, and as whom. */
export type Access = {
  readonly sessions: Sessions;
  readonly students: StudentDoor;
  readonly trainers: TrainerDoor;
  readonly classes: Classes;
  /** When what is written today will be deleted at the latest, in ISO 8601. */
  keptUntil(): Promise<string>;
  /** Makes what is missing for anybody to come in; see {@link prepareFirstStart}. */
  prepare(): Promise<FirstSecrets>;
};

export type AccessOptions = {
  /** Whether only this machine reaches the server: then a class may be open without a code. */
  readonly localOnly: boolean;
  readonly now?: () => Date;
};

export function createAccess(
  store: Pick<Store, 'tables' | 'checkpoint'>,
  { localOnly, now = () => new Date() }: AccessOptions,
): Access {
  const sessions = createSessions(store, now);
  const trainers = createTrainerDoor(store);
  return {
    sessions,
    trainers,
    students: createStudentDoor(store, localOnly, now),
    classes: createClasses(store, localOnly, now),
    keptUntil: () => keptUntil(store, now()),
    async prepare() {
      await sessions.removeExpired();
      return prepareFirstStart(store, trainers, localOnly, now);
    },
  };
}
