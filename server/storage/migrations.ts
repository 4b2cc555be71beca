import type { Kysely, Migration } from 'kysely';

/**
 * Every change of the tables, by name and in order; one that has been released is never edited. They use Kysely's
 * schema builder only, so that they run on SQLite and on Postgres.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': { up: createFirstTables },
};

async function createFirstTables(db: Kysely<unknown>): Promise<void> {
  await createPeople(db);
  await createWork(db);
  await db.schema
    .createTable('prompts')
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('settings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('classes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('code_hash', 'text', (column) => column.unique())
    .addColumn('code_expires_at', 'text')
    .addColumn('open', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('students')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('class_id', 'text', (column) =>
      column.notNull().references('classes.id').onDelete('cascade'),
    )
    .addColumn('pseudonym', 'text', (column) => column.notNull())
    .addColumn('recovery_hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('one_pseudonym_a_class', ['class_id', 'pseudonym'])
    .execute();
  await db.schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('student_id', 'text', (column) =>
      column.references('students.id').onDelete('cascade'),
    )
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
}

async function createWork(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('student_id', 'text', (column) =>
      column.notNull().references('students.id').onDelete('cascade'),
    )
    .addColumn('title', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('ledger', 'text')
    .execute();
  await db.schema
    .createTable('turns')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation_id', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('request_key', 'text', (column) => column.unique())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('decision', 'text')
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('memory', 'text')
    .addColumn('replaced', 'integer', (column) => column.notNull())
    .addColumn('exam', 'text')
    .addColumn('item', 'text')
    .addColumn('nearest', 'text')
    .addUniqueConstraint('one_turn_a_position', ['conversation_id', 'position'])
    .execute();
  await db.schema
    .createTable('ratings')
    .addColumn('turn_id', 'text', (column) =>
      column.primaryKey().references('turns.id').onDelete('cascade'),
    )
    .addColumn('helpful', 'integer', (column) => column.notNull())
    .addColumn('reasons', 'text', (column) => column.notNull())
    .addColumn('shared', 'integer', (column) => column.notNull())
    .addColumn('rated_at', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text')
    .execute();
  await db.schema
    .createTable('drafts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('student_id', 'text', (column) =>
      column.notNull().references('students.id').onDelete('cascade'),
    )
    .addColumn('task', 'text', (column) => column.notNull())
    .addColumn('request_key', 'text', (column) => column.unique())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('length', 'integer', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('previous_id', 'text', (column) =>
      column.references('drafts.id').onDelete('set null'),
    )
    .addColumn('critique', 'text')
    .addColumn('model', 'text')
    .addColumn('fallback', 'integer', (column) => column.notNull())
    .addColumn('failure', 'text')
    .addColumn('shared', 'integer', (column) => column.notNull())
    .execute();
  for (const [table, column] of [
    ['students', 'class_id'],
    ['sessions', 'student_id'],
    ['conversations', 'student_id'],
    ['drafts', 'student_id'],
  ] as const) {
    await db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
  }
}
