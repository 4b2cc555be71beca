import type { Critique } from '../contract/critiques.ts';
import type { DraftView } from '../contract/drafts.ts';
import type { DraftTable } from './schema.ts';
import type { TableAccess } from './store.ts';

/** A draft that has just come; it is stored as `streaming`. */
export type NewDraft = Pick<DraftView, 'id' | 'task' | 'text' | 'language' | 'createdAt'> & {
  readonly studentId: string;
  readonly requestKey: string | null;
  readonly previousId: string | null;
};

/** Stores a draft; false when its request key is taken. */
export async function addDraft(tables: TableAccess, one: NewDraft): Promise<boolean> {
  const result = await tables
    .insertInto('drafts')
    .values({
      id: one.id,
      student_id: one.studentId,
      task: one.task,
      request_key: one.requestKey,
      text: one.text,
      length: one.text.length,
      language: one.language,
      created_at: one.createdAt,
      finished_at: null,
      status: 'streaming',
      previous_id: one.previousId,
      critique: null,
      model: null,
      fallback: 0,
      failure: null,
      shared: 0,
    })
    .onConflict((conflict) => conflict.column('request_key').doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Makes a draft `streaming` again that came to nothing; false when it is not one of those. */
export async function restartDraft(tables: TableAccess, id: string): Promise<boolean> {
  const result = await tables
    .updateTable('drafts')
    .set({ status: 'streaming', finished_at: null, failure: null })
    .where('id', '=', id)
    .where('status', 'in', ['stopped', 'interrupted', 'failed'])
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** How the reading of a draft ended. */
export type DraftEnd = {
  readonly status: Exclude<DraftView['status'], 'streaming'>;
  readonly finishedAt: string;
  readonly failure: string | null;
  /** Set when it is complete. */
  readonly feedback?: {
    readonly critique: Critique;
    readonly language: DraftView['language'];
    readonly model: string;
    readonly fallback: boolean;
    /** The draft that it was compared with in the end. */
    readonly previousId: string | null;
  };
};

/** Stores how a reading ended; one that has ended already stays as it is. */
export async function endDraft(
  tables: TableAccess,
  id: string,
  { status, finishedAt, failure, feedback }: DraftEnd,
): Promise<void> {
  await tables
    .updateTable('drafts')
    .set({
      ...{ status, finished_at: finishedAt, failure },
      ...(feedback && {
        critique: JSON.stringify(feedback.critique),
        language: feedback.language,
        model: feedback.model,
        fallback: feedback.fallback ? 1 : 0,
        previous_id: feedback.previousId,
      }),
    })
    .where('id', '=', id)
    .where('status', '=', 'streaming')
    .execute();
}

/** After a start nobody reads any draft: what is `streaming` was cut off. Returns how many there were. */
export async function interruptDrafts(tables: TableAccess, at: string): Promise<number> {
  const result = await tables
    .updateTable('drafts')
    .set({ status: 'interrupted', finished_at: at, failure: 'model-interrupted' })
    .where('status', '=', 'streaming')
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Shows a draft to the trainer, or no longer; false when the student has no such draft. */
export async function shareDraft(
  tables: TableAccess,
  {
    studentId,
    id,
    shared,
  }: { readonly studentId: string; readonly id: string; readonly shared: boolean },
): Promise<boolean> {
  const result = await tables
    .updateTable('drafts')
    .set({ shared: shared ? 1 : 0 })
    .where('id', '=', id)
    .where('student_id', '=', studentId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Deletes a draft; false when the student has no such draft. */
export async function deleteDraft(
  tables: TableAccess,
  studentId: string,
  id: string,
): Promise<boolean> {
  const result = await tables
    .deleteFrom('drafts')
    .where('id', '=', id)
    .where('student_id', '=', studentId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Takes out of the feedback on other drafts what it quotes of drafts that are no longer there. */
export async function forgetDeletedDrafts(tables: TableAccess): Promise<void> {
  const rows = await tables
    .selectFrom('drafts')
    .select(['id', 'critique'])
    .where('previous_id', 'is', null)
    .where('critique', 'like', '%"before":{%')
    .execute();
  for (const { id, critique } of rows) {
    const rest = JSON.stringify(withoutBefore(JSON.parse(critique ?? 'null') as Critique));
    await tables.updateTable('drafts').set({ critique: rest }).where('id', '=', id).execute();
  }
}

/** Feedback without its quotations of the draft before. */
export function withoutBefore(critique: Critique): Critique {
  const { progress } = critique;
  return { ...critique, progress: progress && progress.map((item) => ({ ...item, before: null })) };
}

/** A stored draft as its student sees it. */
export function toDraftView(row: DraftTable): DraftView {
  return {
    id: row.id,
    task: row.task,
    createdAt: row.created_at,
    length: row.length,
    status: row.status,
    shared: row.shared === 1,
    previousId: row.previous_id,
    text: row.text,
    language: row.language,
    critique: row.critique === null ? null : (JSON.parse(row.critique) as Critique),
    model: row.model,
    fallback: row.fallback === 1,
    failure: row.failure,
  };
}
