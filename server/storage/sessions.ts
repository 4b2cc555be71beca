import type { TableAccess } from './store.ts';

/** A session with its student's class. */
export type StoredSession = {
  readonly role: 'student' | 'trainer';
  readonly student: {
    readonly id: string;
    readonly classId: string;
    readonly className: string;
    readonly pseudonym: string;
  } | null;
};

/** The session of a token that has not expired at `now` (ISO 8601); `null` when there is none. */
export async function findSession(
  tables: TableAccess,
  tokenHash: string,
  now: string,
): Promise<StoredSession | null> {
  const row = await tables
    .selectFrom('sessions')
    .leftJoin('students', 'students.id', 'sessions.student_id')
    .leftJoin('classes', 'classes.id', 'students.class_id')
    .select([
      'sessions.role',
      'students.id as studentId',
      'students.pseudonym',
      'classes.id as classId',
      'classes.name as className',
    ])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return null;
  const { role, studentId: id, classId, className, pseudonym } = row;
  if (id === null || classId === null || className === null || pseudonym === null) {
    return { role, student: null };
  }
  return { role, student: { id, classId, className, pseudonym } };
}

export type NewSession = {
  readonly tokenHash: string;
  readonly role: 'student' | 'trainer';
  readonly studentId: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
};

/** Stores a session. */
export async function addSession(tables: TableAccess, one: NewSession): Promise<void> {
  await tables
    .insertInto('sessions')
    .values({
      token_hash: one.tokenHash,
      role: one.role,
      student_id: one.studentId,
      created_at: one.createdAt,
      expires_at: one.expiresAt,
    })
    .execute();
}

/** Ends a session, where there is one. */
export async function removeSession(tables: TableAccess, tokenHash: string): Promise<void> {
  await tables.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}

/** Ends the sessions of a student, or with `null` of all trainers, but for one. */
export async function removeOtherSessions(
  tables: TableAccess,
  studentId: string | null,
  keptTokenHash: string | null,
): Promise<void> {
  const all = tables.deleteFrom('sessions');
  const theirs =
    studentId === null
      ? all.where('role', '=', 'trainer')
      : all.where('student_id', '=', studentId);
  await (
    keptTokenHash === null ? theirs : theirs.where('token_hash', '!=', keptTokenHash)
  ).execute();
}

/** Removes the sessions that have expired at `now` (ISO 8601). */
export async function removeExpiredSessions(tables: TableAccess, now: string): Promise<void> {
  await tables.deleteFrom('sessions').where('expires_at', '<=', now).execute();
}
