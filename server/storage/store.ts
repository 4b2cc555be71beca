import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, Migrator } from 'kysely';
import { errorCode, isDiskFull, TutorError } from '../errors.ts';
import { backupFolder, deleteOldBackups, deleteStages } from './backup-files.ts';
import { migrations } from './migrations.ts';
import type { Tables } from './schema.ts';
import { holdFile, openSqlite, type SqliteFile } from './sqlite.ts';

/** The tables, for this folder's own files. */
export type TableAccess = Kysely<Tables>;

/** What is stored: the tables, and what is done with all of them at once. */
export type Store = {
  readonly tables: TableAccess;
  /** Makes what was deleted unreadable in the data folder; waits for the statements before it. */
  checkpoint(): Promise<void>;
  /** Writes a whole copy of the tables, as of now. */
  copyTo(path: string): void;
  /** Deletes the backups in the data folder that were made before a time; returns how many there were. */
  deleteOldBackups(before: Date): Promise<number>;
  close(): Promise<void>;
};

/** The file of the tables in a data folder. */
export const storePath = (dataDir: string): string => join(dataDir, 'repere.sqlite');

/**
 * Opens the store of a data folder and brings its tables up to date. What is missing is made, for this user alone; what
 * is there keeps its permissions.
 * @throws {TutorError} `data-in-use` when another process has it open; `data-broken`; `disk-full`; `settings-wrong`
 * when the folder cannot be written
 */
export async function openStore(dataDir: string): Promise<Store> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw unwritable(dataDir, cause);
  });
  const held = holdStore(dataDir);
  try {
    await deleteStages(dataDir);
    await createUnread(storePath(dataDir));
    const file = openFile(storePath(dataDir));
    const tables = new Kysely<Tables>({ dialect: file.dialect });
    await migrate(tables, dataDir);
    return {
      tables,
      // In its turn: in the middle of somebody's transaction it would fail.
      checkpoint: () => tables.connection().execute(async () => file.checkpoint()),
      copyTo: file.copyTo,
      deleteOldBackups: (before) => deleteOldBackups(backupFolder(dataDir), before),
      async close() {
        await tables.destroy();
        held.release();
      },
    };
  } catch (error) {
    held.release();
    throw error;
  }
}

/**
 * Keeps every other process out of a data folder's store.
 * @throws {TutorError} `data-in-use`
 */
export function holdStore(dataDir: string): { release(): void } {
  const held = openOr(dataDir, () => holdFile(join(dataDir, 'in-use.lock')));
  if (held) return held;
  throw new TutorError(
    'data-in-use',
    `Another tutor is using the data folder ${dataDir}: stop it, or give this one a folder of its own with DATA_DIR.`,
  );
}

/** A file that is made here can be read by this user only, and with it what SQLite puts beside it. */
async function createUnread(path: string): Promise<void> {
  const file = await open(path, 'a', 0o600).catch((cause: unknown) => {
    throw unwritable(path, cause);
  });
  await file.close();
}

function openFile(path: string): SqliteFile {
  const file = openOr(path, () => openSqlite(path));
  const [problem] = openOr(path, () => file.problems());
  if (problem !== undefined) throw broken(path);
  return file;
}

async function migrate(tables: TableAccess, dataDir: string): Promise<void> {
  const migrator = new Migrator({
    db: tables,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (isDiskFull(error)) throw unwritable(storePath(dataDir), error);
  if (error instanceof TutorError) throw error;
  throw new TutorError(
    'data-broken',
    `The tables in ${storePath(dataDir)} could not be brought up to date; they may belong to a newer version of the tutor: install that one, or restore a backup with npm run restore.`,
    { cause: error },
  );
}

function openOr<T>(path: string, open: () => T): T {
  try {
    return open();
  } catch (cause) {
    if (/NOTADB|CORRUPT/.test(errorCode(cause))) throw broken(path, cause);
    throw unwritable(path, cause);
  }
}

const broken = (path: string, cause?: unknown): TutorError =>
  new TutorError(
    'data-broken',
    `The file ${path} is damaged; restore a backup with npm run restore, or move the file away to begin anew.`,
    { cause },
  );

const unwritable = (path: string, cause: unknown): TutorError =>
  isDiskFull(cause)
    ? new TutorError('disk-full', `There is no room for ${path}; make some, or set DATA_DIR.`, {
        cause,
      })
    : new TutorError(
        'settings-wrong',
        `${path} cannot be written (${whyNot(errorCode(cause))}); give this user the right to, or set DATA_DIR to another folder.`,
        { cause },
      );

const whyNot = (code: string): string =>
  ['EEXIST', 'ENOTDIR'].includes(code) ? 'a file stands in the way' : code || 'unknown reason';
