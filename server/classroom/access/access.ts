import { randomUUID } from 'node:crypto';
import { TutorError } from '../../errors.ts';
import {
  addClass,
  addStudent,
  findOpenClass,
  hasClasses,
  type StoredClass,
  takenPseudonyms,
} from '../../storage/people.ts';
import { addSession, findSession } from '../../storage/sessions.ts';
import type { Store } from '../../storage/store.ts';
import { type Caller, visitor } from './caller.ts';
import { freePseudonyms } from './pseudonyms.ts';
import { hashSecret, newToken } from './secrets.ts';

/** What a browser is given when a student enters; only hashes of the secrets are stored. */
export type Entered = {
  readonly caller: Caller;
  /** For the session cookie. */
  readonly token: string;
  /** Shown once. */
  readonly recoveryCode: string;
};

/** Who may come in, and as whom. */
export type Access = {
  /** Who holds these session tokens; an unknown or expired one counts for nothing. */
  whoHolds(tokens: readonly string[]): Promise<Caller>;
  /** Makes the local class, entered without a code, where there is no class at all. */
  ensureClass(): Promise<void>;
  /** The class that is entered without a code. */
  openClass(): Promise<StoredClass | null>;
  /**
   * Enters the open class under some pseudonym.
   * @throws {TutorError} `code-wrong` when every class asks for a code
   */
  enterOpenClass(): Promise<Entered>;
};

/** How long a browser stays in, in days. */
const sessionDays = 180;

/** The class of a bare clone. */
const localClassName = 'Classe locale';

export function createAccess(
  { tables }: Pick<Store, 'tables'>,
  now: () => Date = () => new Date(),
): Access {
  const enter = async ({ id: classId, name: className }: StoredClass): Promise<Entered> => {
    const id = randomUUID();
    const recoveryCode = newToken();
    const createdAt = now().toISOString();
    const [pseudonym] = freePseudonyms(await takenPseudonyms(tables, classId), 1);
    if (pseudonym === undefined) throw classFull();
    const recoveryHash = hashSecret(recoveryCode);
    const added = await addStudent(tables, { id, classId, pseudonym, recoveryHash, createdAt });
    if (!added) throw classFull();
    const token = newToken();
    await addSession(tables, {
      ...{ tokenHash: hashSecret(token), role: 'student', studentId: id, createdAt },
      expiresAt: new Date(now().getTime() + sessionDays * 86_400_000).toISOString(),
    });
    const student = { id, classId, className, pseudonym };
    return { caller: { student, trainer: false }, token, recoveryCode };
  };

  return {
    async whoHolds(tokens) {
      const at = now().toISOString();
      let caller = visitor;
      for (const token of tokens) {
        const session = await findSession(tables, hashSecret(token), at);
        if (session?.role === 'trainer') caller = { ...caller, trainer: true };
        if (session?.student) caller = { ...caller, student: session.student };
      }
      return caller;
    },
    async ensureClass() {
      if (await hasClasses(tables)) return;
      await addClass(tables, {
        ...{ id: randomUUID(), name: localClassName, open: true },
        ...{ codeHash: null, codeExpiresAt: null, createdAt: now().toISOString() },
      });
    },
    openClass: () => findOpenClass(tables),
    async enterOpenClass() {
      const open = await findOpenClass(tables);
      if (!open)
        throw new TutorError('code-wrong', 'Every class asks for a code; ask your trainer for it.');
      return enter(open);
    },
  };
}

const classFull = (): TutorError =>
  new TutorError(
    'conflict',
    'Every pseudonym of this class is taken; ask your trainer for another class.',
  );
