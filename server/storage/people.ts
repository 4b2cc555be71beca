import type { TableAccess } from './store.ts';

/** A student with the class, as a session knows one. */
export type StoredStudent = {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly pseudonym: string;
};

export type NewStudent = {
  readonly id: string;
  readonly classId: string;
  readonly pseudonym: string;
  readonly recoveryHash: string;
  readonly createdAt: string;
};

/** Stores a student; false when the class has one of that pseudonym already. */
export async function addStudent(tables: TableAccess, one: NewStudent): Promise<boolean> {
  const result = await tables
    .insertInto('students')
    .values({
      id: one.id,
      class_id: one.classId,
      pseudonym: one.pseudonym,
      recovery_hash: one.recoveryHash,
      created_at: one.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['class_id', 'pseudonym']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The pseudonyms that a class has taken. */
export async function takenPseudonyms(
  tables: TableAccess,
  classId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tables
    .selectFrom('students')
    .select('pseudonym')
    .where('class_id', '=', classId)
    .execute();
  return new Set(rows.map(({ pseudonym }) => pseudonym));
}

/** The student of a recovery code; `null` when nobody has it. */
export async function findStudentByRecovery(
  tables: TableAccess,
  recoveryHash: string,
): Promise<StoredStudent | null> {
  const row = await tables
    .selectFrom('students')
    .innerJoin('classes', 'classes.id', 'students.class_id')
    .select([
      'students.id',
      'students.pseudonym',
      'classes.id as classId',
      'classes.name as className',
    ])
    .where('recovery_hash', '=', recoveryHash)
    .executeTakeFirst();
  return row ?? null;
}

/** Gives a student another recovery code; the one before leads nowhere from then on. */
export async function changeRecovery(
  tables: TableAccess,
  studentId: string,
  recoveryHash: string,
): Promise<void> {
  await tables
    .updateTable('students')
    .set({ recovery_hash: recoveryHash })
    .where('id', '=', studentId)
    .execute();
}
