import { forgetDeletedDrafts } from './drafts.ts';
import type { TableAccess } from './store.ts';

/** How much of what students wrote is stored. */
export async function countWork(
  tables: TableAccess,
): Promise<{ readonly conversations: number; readonly drafts: number }> {
  const count = async (table: 'conversations' | 'drafts') => {
    const row = await tables
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  };
  return { conversations: await count('conversations'), drafts: await count('drafts') };
}

/** Deletes the conversations in which nothing was asked, and the drafts of which nothing came, since a time (ISO 8601). */
export async function deleteWorkBefore(tables: TableAccess, before: string): Promise<void> {
  await tables
    .deleteFrom('conversations')
    .where('updated_at', '<', before)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('turns')
            .select('turns.id')
            .whereRef('turns.conversation_id', '=', 'conversations.id')
            .where('turns.finished_at', '>=', before),
        ),
      ),
    )
    .execute();
  await tables
    .deleteFrom('drafts')
    .where('created_at', '<', before)
    .where((where) =>
      where.or([where('finished_at', 'is', null), where('finished_at', '<', before)]),
    )
    .execute();
  await forgetDeletedDrafts(tables);
}

/** Deletes the sessions that have expired at a time (ISO 8601). */
export async function deleteExpiredSessions(tables: TableAccess, now: string): Promise<void> {
  await tables.deleteFrom('sessions').where('expires_at', '<=', now).execute();
}

/** Deletes the students who came before a time (ISO 8601), of whom nothing is left and whom no browser remembers. */
export async function deleteGoneStudents(tables: TableAccess, before: string): Promise<void> {
  await goneStudents(tables).where('created_at', '<', before).execute();
}

/** Deletes a student of whom nothing is left and whom no browser remembers; any other stays. */
export async function deleteIfGone(tables: TableAccess, studentId: string): Promise<void> {
  await goneStudents(tables).where('id', '=', studentId).execute();
}

const goneStudents = (tables: TableAccess) =>
  tables
    .deleteFrom('students')
    .where((where) =>
      where.and(
        (['conversations', 'drafts', 'sessions'] as const).map((table) =>
          where.not(
            where.exists(
              where
                .selectFrom(table)
                .select(`${table}.student_id`)
                .whereRef(`${table}.student_id`, '=', 'students.id'),
            ),
          ),
        ),
      ),
    );
