import type { TableAccess } from './store.ts';

/** A class as it is entered. */
export type StoredClass = { readonly id: string; readonly name: string };

/** A class as a trainer sees it. */
export type ClassRecord = StoredClass & {
  /** ISO 8601. */
  readonly createdAt: string;
  readonly students: number;
  /** True when it may be entered without a code on the machine itself. */
  readonly open: boolean;
  readonly hasCode: boolean;
  /** ISO 8601; `null` when the code does not expire. */
  readonly codeExpiresAt: string | null;
};

/** Every class, oldest first. */
export async function listClasses(tables: TableAccess): Promise<readonly ClassRecord[]> {
  const rows = await selectClasses(tables).orderBy('created_at').orderBy('classes.id').execute();
  return rows.map(toRecord);
}

/** The class of an id; `null` when there is none. */
export async function findClass(tables: TableAccess, id: string): Promise<ClassRecord | null> {
  const row = await selectClasses(tables).where('classes.id', '=', id).executeTakeFirst();
  return row ? toRecord(row) : null;
}

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

/** The class of a code and when the code expires; `null` when no class has it. */
export async function findClassByCode(
  tables: TableAccess,
  codeHash: string,
): Promise<(StoredClass & { readonly codeExpiresAt: string | null }) | null> {
  const row = await tables
    .selectFrom('classes')
    .select(['id', 'name', 'code_expires_at as codeExpiresAt'])
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  return row ?? null;
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

export type ClassChange = {
  readonly name?: string | undefined;
  readonly open?: boolean | undefined;
  readonly codeHash?: string | undefined;
  readonly codeExpiresAt?: string | null | undefined;
};

/** Changes what is given of a class; false when there is no such class. */
export async function changeClass(
  tables: TableAccess,
  id: string,
  { name, open, codeHash, codeExpiresAt }: ClassChange,
): Promise<boolean> {
  const result = await tables
    .updateTable('classes')
    .set({
      id,
      ...(name !== undefined && { name }),
      ...(open !== undefined && { open: open ? 1 : 0 }),
      ...(codeHash !== undefined && { code_hash: codeHash }),
      ...(codeExpiresAt !== undefined && { code_expires_at: codeExpiresAt }),
    })
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Removes a class with its students and everything of theirs; false when there is no such class. */
export async function removeClass(tables: TableAccess, id: string): Promise<boolean> {
  const result = await tables.deleteFrom('classes').where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

const selectClasses = (tables: TableAccess) =>
  tables.selectFrom('classes').select((select) => [
    'classes.id',
    'classes.name',
    'classes.open',
    'classes.code_hash as codeHash',
    'classes.code_expires_at as codeExpiresAt',
    'classes.created_at as createdAt',
    select
      .selectFrom('students')
      .select(({ fn }) => fn.countAll().as('count'))
      .whereRef('students.class_id', '=', 'classes.id')
      .as('students'),
  ]);

type SelectedClass = Awaited<ReturnType<ReturnType<typeof selectClasses>['execute']>>[number];

const toRecord = ({ open, codeHash, students, ...rest }: SelectedClass): ClassRecord => ({
  ...rest,
  open: open === 1,
  hasCode: codeHash !== null,
  students: Number(students ?? 0),
});
