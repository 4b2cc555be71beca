import type { TableAccess } from './store.ts';

/** A version of the rules, as it was written on the page. */
export type StoredPrompt = {
  /** From 1. */
  readonly version: number;
  readonly text: string;
  readonly note: string;
  /** ISO 8601. */
  readonly createdAt: string;
};

/** Every version, newest first. */
export async function listPrompts(tables: TableAccess): Promise<readonly StoredPrompt[]> {
  const rows = await tables.selectFrom('prompts').selectAll().orderBy('version', 'desc').execute();
  return rows.map(({ created_at: createdAt, ...row }) => ({ ...row, createdAt }));
}

/** Stores the next version, which is returned. */
export async function addPrompt(
  tables: TableAccess,
  prompt: Omit<StoredPrompt, 'version'>,
): Promise<number> {
  for (;;) {
    const newest = await tables
      .selectFrom('prompts')
      .select((select) => select.fn.max('version').as('version'))
      .executeTakeFirst();
    const version = (newest?.version ?? 0) + 1;
    const { numInsertedOrUpdatedRows: stored = 0n } = await tables
      .insertInto('prompts')
      .values({ version, text: prompt.text, note: prompt.note, created_at: prompt.createdAt })
      .onConflict((conflict) => conflict.column('version').doNothing())
      .executeTakeFirst();
    // Taken meanwhile, by who was faster: the number after it is tried.
    if (stored > 0n) return version;
  }
}

const served = 'served-prompt';

/** Which version serves; 0, the program's own, where none was ever chosen. */
export async function servedPrompt(tables: TableAccess): Promise<number> {
  const row = await tables
    .selectFrom('settings')
    .select('value')
    .where('name', '=', served)
    .executeTakeFirst();
  return row ? Number(row.value) : 0;
}

/** Keeps which version serves, over restarts. */
export async function setServedPrompt(tables: TableAccess, version: number): Promise<void> {
  const value = String(version);
  await tables
    .insertInto('settings')
    .values({ name: served, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
