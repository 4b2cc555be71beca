import type { TableAccess } from './store.ts';

/** A conversation as it is stored, without its turns. */
export type StoredConversation = {
  readonly id: string;
  readonly title: string | null;
  /** ISO 8601, as are all times here. */
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** One entry of a list of conversations. */
export type ListedConversation = StoredConversation & {
  /** Turns that no other one replaced. */
  readonly turns: number;
  /** `null` for a conversation that lost all its turns. */
  readonly firstQuestion: string | null;
};

const columns = ['id', 'title', 'created_at as createdAt', 'updated_at as updatedAt'] as const;

/** Begins a conversation. */
export async function addConversation(
  tables: TableAccess,
  one: { readonly id: string; readonly studentId: string; readonly at: string },
): Promise<void> {
  const { id, studentId: student_id, at } = one;
  const values = { id, student_id, title: null, created_at: at, updated_at: at, ledger: null };
  await tables.insertInto('conversations').values(values).execute();
}

/** A conversation of this student; `null` when there is none of that id, or it is another's. */
export async function findConversation(
  tables: TableAccess,
  studentId: string,
  id: string,
): Promise<StoredConversation | null> {
  const row = await tables
    .selectFrom('conversations')
    .select(columns)
    .where('id', '=', id)
    .where('student_id', '=', studentId)
    .executeTakeFirst();
  return row ?? null;
}

/** The conversations of a student, the one used last first. */
export async function listConversations(
  tables: TableAccess,
  studentId: string,
): Promise<readonly ListedConversation[]> {
  const rows = await tables
    .selectFrom('conversations')
    .select(columns)
    .select((select) => [
      select
        .selectFrom('turns')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('turns.conversation_id', '=', 'conversations.id')
        .where('turns.replaced', '=', 0)
        .as('turns'),
      select
        .selectFrom('turns')
        .select('turns.question')
        .whereRef('turns.conversation_id', '=', 'conversations.id')
        .where('turns.replaced', '=', 0)
        .orderBy('turns.position')
        .limit(1)
        .as('firstQuestion'),
    ])
    .where('student_id', '=', studentId)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute();
  // Postgres counts in big integers, which come as texts.
  return rows.map((row) => ({ ...row, turns: Number(row.turns ?? 0) }));
}

/** Gives a conversation of this student a title; false when it has none of that id. */
export async function renameConversation(
  tables: TableAccess,
  studentId: string,
  { id, title }: { readonly id: string; readonly title: string },
): Promise<boolean> {
  const result = await tables
    .updateTable('conversations')
    .set({ title })
    .where('id', '=', id)
    .where('student_id', '=', studentId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Deletes a conversation of this student with all that belongs to it; false when it has none of that id. */
export async function deleteConversation(
  tables: TableAccess,
  studentId: string,
  id: string,
): Promise<boolean> {
  const result = await tables
    .deleteFrom('conversations')
    .where('id', '=', id)
    .where('student_id', '=', studentId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** What the exam guard remembers of a conversation; `null` before the first turn. */
export async function ledgerOf(tables: TableAccess, id: string): Promise<string | null> {
  const row = await tables
    .selectFrom('conversations')
    .select('ledger')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.ledger ?? null;
}

/** Keeps what the exam guard remembers of a conversation. */
export async function keepLedger(tables: TableAccess, id: string, ledger: string): Promise<void> {
  await tables.updateTable('conversations').set({ ledger }).where('id', '=', id).execute();
}
