import { randomUUID } from 'node:crypto';
import { TutorError } from '../../errors.ts';
import { findClassByCode, findOpenClass, type StoredClass } from '../../storage/classes.ts';
import {
  addStudent,
  changeRecovery,
  findStudentByRecovery,
  takenPseudonyms,
} from '../../storage/people.ts';
import { deleteIfGone } from '../../storage/retention.ts';
import type { Store } from '../../storage/store.ts';
import type { Student } from './caller.ts';
import { codeLengths, newCode } from './code.ts';
import { allPseudonyms, freePseudonyms } from './pseudonyms.ts';
import { hashCode } from './secrets.ts';

/** Pseudonyms that are offered at once. */
const offered = 12;

/** A student who has just come in, and the recovery code, which is shown once and stored as a hash. */
export type NewcomerStudent = { readonly student: Student; readonly recoveryCode: string };

/** How students come in. */
export type StudentDoor = {
  /** The class that is entered without a code; `null` when every class asks for one. */
  openClass(): Promise<StoredClass | null>;
  /** The class of a code, however it is typed; `null` for one that is wrong or has expired. */
  classOf(code: string): Promise<StoredClass | null>;
  /** Some pseudonyms that nobody in a class has taken. */
  pseudonyms(classId: string): Promise<readonly string[]>;
  /**
   * Makes a student of a class, under a pseudonym of the list or else any.
   * @throws {TutorError} `bad-request` for a name that is not on the list, `conflict` for one that is taken
   */
  enter(into: StoredClass, pseudonym: string | null): Promise<NewcomerStudent>;
  /** The student of a recovery code; `null` for a wrong one. */
  studentOf(recoveryCode: string): Promise<Student | null>;
  /** Deletes a student who went elsewhere, where nothing is left of them: a pseudonym that nobody would come back to. */
  forgetIfGone(studentId: string): Promise<void>;
  /** Gives a student another recovery code, and ends the one before. */
  renewRecoveryCode(studentId: string): Promise<string>;
};

/** @param localOnly whether only this machine reaches the server: elsewhere no class is entered without a code */
export function createStudentDoor(
  { tables }: Pick<Store, 'tables'>,
  localOnly: boolean,
  now: () => Date = () => new Date(),
): StudentDoor {
  const free = async (classId: string, count: number) =>
    freePseudonyms(await takenPseudonyms(tables, classId), count);

  const add = async (into: StoredClass, pseudonym: string): Promise<NewcomerStudent | null> => {
    const id = randomUUID();
    const recoveryCode = newCode(codeLengths.recovery);
    const added = await addStudent(tables, {
      ...{ id, classId: into.id, pseudonym },
      ...{ recoveryHash: hashCode(recoveryCode), createdAt: now().toISOString() },
    });
    const student = { id, classId: into.id, className: into.name, pseudonym };
    return added ? { student, recoveryCode } : null;
  };

  return {
    openClass: async () => (localOnly ? findOpenClass(tables) : null),
    async classOf(code) {
      const found = await findClassByCode(tables, hashCode(code));
      if (!found) return null;
      const { codeExpiresAt, ...one } = found;
      return codeExpiresAt === null || new Date(codeExpiresAt) > now() ? one : null;
    },
    pseudonyms: (classId) => free(classId, offered),
    async enter(into, pseudonym) {
      if (pseudonym !== null) {
        if (!allPseudonyms.includes(pseudonym)) throw notOffered();
        const newcomer = await add(into, pseudonym);
        if (!newcomer) throw taken();
        return newcomer;
      }
      // Somebody else may take the one of chance at the same moment: then the next.
      for (const name of await free(into.id, offered)) {
        const newcomer = await add(into, name);
        if (newcomer) return newcomer;
      }
      throw classFull();
    },
    studentOf: (recoveryCode) => findStudentByRecovery(tables, hashCode(recoveryCode)),
    forgetIfGone: (studentId) => deleteIfGone(tables, studentId),
    async renewRecoveryCode(studentId) {
      const code = newCode(codeLengths.recovery);
      await changeRecovery(tables, studentId, hashCode(code));
      return code;
    },
  };
}

const notOffered = (): TutorError =>
  new TutorError('bad-request', 'This pseudonym is not on the list; choose one of those offered.');

const taken = (): TutorError =>
  new TutorError('conflict', 'Somebody in the class has taken this pseudonym; choose another.');

const classFull = (): TutorError =>
  new TutorError(
    'conflict',
    'Every pseudonym of this class is taken; ask your trainer for another class.',
  );
