import type { DraftTable } from './schema.ts';
import type { TableAccess } from './store.ts';

/** When a student first came; `null` for an unknown one. */
export async function enteredAt(tables: TableAccess, studentId: string): Promise<string | null> {
  const row = await tables
    .selectFrom('students')
    .select('created_at')
    .where('id', '=', studentId)
    .executeTakeFirst();
  return row?.created_at ?? null;
}

/** Every draft of a student, as it is stored, oldest first. */
export async function draftRows(
  tables: TableAccess,
  studentId: string,
): Promise<readonly DraftTable[]> {
  return tables
    .selectFrom('drafts')
    .selectAll()
    .where('student_id', '=', studentId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Deletes a student with all that belongs to one: sessions, conversations, ratings, drafts. */
export async function deleteStudent(tables: TableAccess, studentId: string): Promise<void> {
  await tables.deleteFrom('students').where('id', '=', studentId).execute();
}
