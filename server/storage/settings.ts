import type { TableAccess } from './store.ts';

/** What is kept by name. */
export type SettingName = 'trainer-token-hash' | 'retention-days' | 'last-retention';

/** The text kept under a name; `null` before it was set. */
export async function readSetting(tables: TableAccess, name: SettingName): Promise<string | null> {
  const row = await tables
    .selectFrom('settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value ?? null;
}

/** Keeps a text under a name, in place of the one before. */
export async function writeSetting(
  tables: TableAccess,
  name: SettingName,
  value: string,
): Promise<void> {
  await tables
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
