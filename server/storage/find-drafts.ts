import type { DraftSummary, DraftView, SharedDraft, SharedDraftView } from '../contract/drafts.ts';
import { toDraftView } from './drafts.ts';
import type { TableAccess } from './store.ts';

const summaryColumns = [
  'drafts.id',
  'drafts.task',
  'drafts.created_at as createdAt',
  'drafts.length',
  'drafts.status',
  'drafts.shared',
  'drafts.previous_id as previousId',
] as const;

/** A student's drafts, newest first. */
export async function listDrafts(
  tables: TableAccess,
  studentId: string,
): Promise<readonly DraftSummary[]> {
  const rows = await tables
    .selectFrom('drafts')
    .select(summaryColumns)
    .where('student_id', '=', studentId)
    .orderBy('drafts.created_at', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, shared: row.shared === 1 }));
}

/** A student's draft; `null` when the student has none of that id. */
export async function findDraft(
  tables: TableAccess,
  studentId: string,
  id: string,
): Promise<DraftView | null> {
  const row = await tables
    .selectFrom('drafts')
    .selectAll()
    .where('id', '=', id)
    .where('student_id', '=', studentId)
    .executeTakeFirst();
  return row ? toDraftView(row) : null;
}

/** The draft that a student sent with a request key; `null` before. */
export async function findDraftOfRequest(
  tables: TableAccess,
  studentId: string,
  requestKey: string,
): Promise<Pick<DraftView, 'id' | 'text'> | null> {
  const row = await tables
    .selectFrom('drafts')
    .select(['id', 'text'])
    .where('student_id', '=', studentId)
    .where('request_key', '=', requestKey)
    .executeTakeFirst();
  return row ?? null;
}

/** What tells whether a draft comes a second time, and how many came. */
export type RecentDraft = Pick<
  DraftView,
  'id' | 'createdAt' | 'status' | 'language' | 'text' | 'previousId'
>;

/** A student's drafts of a task that came after `since` (ISO 8601), oldest first. */
export async function recentDrafts(
  tables: TableAccess,
  {
    studentId,
    task,
    since,
  }: { readonly studentId: string; readonly task: string; readonly since: string },
): Promise<readonly RecentDraft[]> {
  return tables
    .selectFrom('drafts')
    .select(['id', 'created_at as createdAt', 'status', 'language', 'text'])
    .select('previous_id as previousId')
    .where('student_id', '=', studentId)
    .where('task', '=', task)
    .where('created_at', '>', since)
    .orderBy('created_at')
    .execute();
}

/** The newest draft of a task that a student has feedback on; `null` when there is none. */
export async function newestComplete(
  tables: TableAccess,
  studentId: string,
  task: string,
): Promise<DraftView | null> {
  const row = await tables
    .selectFrom('drafts')
    .selectAll()
    .where('student_id', '=', studentId)
    .where('task', '=', task)
    .where('status', '=', 'complete')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toDraftView(row) : null;
}

/** The drafts that their students show to the trainer, newest first. */
export async function listSharedDrafts(tables: TableAccess): Promise<readonly SharedDraft[]> {
  const rows = await tables
    .selectFrom('drafts')
    .innerJoin('students', 'students.id', 'drafts.student_id')
    .innerJoin('classes', 'classes.id', 'students.class_id')
    .select(summaryColumns)
    .select(['students.pseudonym', 'classes.name as className'])
    .where('drafts.shared', '=', 1)
    .orderBy('drafts.created_at', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, shared: true }));
}

/** A draft that its student shows to the trainer; `null` for any other. */
export async function findSharedDraft(
  tables: TableAccess,
  id: string,
): Promise<SharedDraftView | null> {
  const row = await tables
    .selectFrom('drafts')
    .innerJoin('students', 'students.id', 'drafts.student_id')
    .innerJoin('classes', 'classes.id', 'students.class_id')
    .selectAll('drafts')
    .select(['students.pseudonym', 'classes.name as className'])
    .where('drafts.id', '=', id)
    .where('drafts.shared', '=', 1)
    .executeTakeFirst();
  if (!row) return null;
  const { pseudonym, className } = row;
  return { ...toDraftView(row), pseudonym, className };
}

/** Whether a draft is shown to the trainer. */
export async function isShared(tables: TableAccess, id: string): Promise<boolean> {
  const row = await tables
    .selectFrom('drafts')
    .select('id')
    .where('id', '=', id)
    .where('shared', '=', 1)
    .executeTakeFirst();
  return row !== undefined;
}
