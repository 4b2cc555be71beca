import { Kysely } from 'kysely';
import { retentionDays } from '../contract/settings.ts';
import { TutorError } from '../errors.ts';
import { migrations } from './migrations.ts';
import type { Tables } from './schema.ts';
import type { SettingName } from './settings.ts';
import { inspectSqlite, type SqliteFile } from './sqlite.ts';

/** What a file of tables holds, in numbers. */
export type BackupContents = {
  readonly classes: number;
  readonly students: number;
  readonly turns: number;
  readonly drafts: number;
  /** How long a trainer wants students' work to be kept, in days. */
  readonly retentionDays: number;
};

/** The migrations that a file has been through, as Kysely writes them down. */
type Migrated = { readonly kysely_migration: { readonly name: string } };

/**
 * What a file of tables holds, once it is certain that it is whole, ours and not of a newer version; nothing in it
 * is changed.
 * @param name how the file is called in a sentence
 * @throws {TutorError} `data-broken`, with what is wrong
 */
export async function contentsOf(path: string, name: string): Promise<BackupContents> {
  const file = inspectSqlite(path);
  const tables = new Kysely<Tables & Migrated>({ dialect: file.dialect });
  try {
    if (!isWhole(file)) throw damaged(name);
    const { known, newer } = await migrationsOf(tables);
    if (!known) throw notOurs(name);
    if (newer) throw tooNew(name);
    return {
      classes: await count(tables, 'classes'),
      students: await count(tables, 'students'),
      turns: await count(tables, 'turns'),
      drafts: await count(tables, 'drafts'),
      retentionDays: await keptDays(tables),
    };
  } finally {
    await tables.destroy();
  }
}

function isWhole(file: SqliteFile): boolean {
  try {
    return file.problems().length === 0;
  } catch {
    return false;
  }
}

async function migrationsOf(
  tables: Kysely<Tables & Migrated>,
): Promise<{ readonly known: boolean; readonly newer: boolean }> {
  const found = await tables.introspection.getTables({ withInternalKyselyTables: true });
  if (!found.some(({ name }) => name === 'kysely_migration')) return { known: false, newer: false };
  const done = await tables.selectFrom('kysely_migration').select('name').execute();
  const known = done.filter(({ name }) => Object.hasOwn(migrations, name)).length;
  return { known: known > 0, newer: known < done.length };
}

async function count(
  tables: Kysely<Tables & Migrated>,
  table: 'classes' | 'students' | 'turns' | 'drafts',
): Promise<number> {
  const { n } = await tables
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

async function keptDays(tables: Kysely<Tables & Migrated>): Promise<number> {
  const row = await tables
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'retention-days' satisfies SettingName)
    .executeTakeFirst();
  return Number(row?.value ?? retentionDays.usual);
}

const damaged = (name: string): TutorError =>
  new TutorError('data-broken', `${name} is damaged, so nothing was done; take an earlier backup.`);

/** A sentence on a file that holds something else. */
export const notOurs = (name: string): TutorError =>
  new TutorError(
    'data-broken',
    `${name} is not a backup of this tutor; name a file that npm run backup wrote.`,
  );

const tooNew = (name: string): TutorError =>
  new TutorError(
    'data-broken',
    `${name} was written by a newer version of the tutor; install that version, then restore it.`,
  );
