import type { TableAccess } from './store.ts';

/** A class as it is entered. */
export type StoredClass = { readonly id: string; readonly name: string };

/** The class that is entered without a code, the oldest where there are several; `null` when there is none. */
export async function findOpenClass(tables: TableAccess): Promise<StoredClass | null> {
  const row = await tables
    .selectFrom('classes')
    .select(['id', 'name'])
    .where('open', '=', 1)
    .orderBy('created_at')
    .executeTakeFirst();
  return row ?? null;
}

/** Whether there is any class. */
export async function hasClasses(tables: TableAccess): Promise<boolean> {
  return (
    (await tables.selectFrom('classes').select('id').limit(1).executeTakeFirst()) !== undefined
  );
}

export type NewClass = StoredClass & {
  readonly codeHash: string | null;
  readonly codeExpiresAt: string | null;
  readonly open: boolean;
  readonly createdAt: string;
};

/** Stores a class. */
export async function addClass(tables: TableAccess, one: NewClass): Promise<void> {
  await tables
    .insertInto('classes')
    .values({
      id: one.id,
      name: one.name,
      code_hash: one.codeHash,
      code_expires_at: one.codeExpiresAt,
      open: one.open ? 1 : 0,
      created_at: one.createdAt,
    })
    .execute();
}

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
