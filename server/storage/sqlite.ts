import { statSync } from 'node:fs';
import Database from 'libsql';
import { SqliteDialect } from 'kysely';
import type { Dialect } from 'kysely';
import { type DatabaseControl, tellFailures } from './telling-dialect.ts';

/**
 * Everything that only SQLite understands; the rest of the folder speaks to Kysely, so that Postgres can take this
 * file's place.
 */
export type SqliteFile = {
  readonly dialect: Dialect;
  /**
   * Moves everything into the main file and empties the log beside it: with `secure_delete`, what was deleted is then
   * nowhere in the folder.
   */
  checkpoint(): void;
  /** Writes a whole copy, as of now, while others read and write. */
  copyTo(path: string): void;
  /** What is wrong with the file; empty when nothing is. */
  problems(): readonly string[];
  close(): void;
};

/** How long the opening waits for another process that writes, in milliseconds. */
const busyMs = 5_000;

/** The same for a statement, which meanwhile holds everything up: the dialect waits without that. */
const statementBusyMs = 20;

/** Opens a file, which is made when it is missing. An acknowledged write survives the loss of power. */
export function openSqlite(path: string): SqliteFile {
  const database = new Database(path, { timeout: busyMs });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  database.pragma(`busy_timeout = ${statementBusyMs}`);
  const file = toFile(database);
  return { ...file, dialect: tellFailures(file.dialect, controlOf(database, path)) };
}

/** @param path where the file is that is open */
function controlOf(database: Database.Database, path: string): DatabaseControl {
  const identity = () => {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found && `${found.dev} ${found.ino}`;
  };
  const opened = identity();
  return {
    isThere: () => identity() === opened,
    isInTransaction: () => database.inTransaction,
    run: (command) => void database.exec(command),
  };
}

/** Opens a file to look into it or to copy it: nothing is set, so that nothing of it changes. */
export function inspectSqlite(path: string): SqliteFile {
  return toFile(new Database(path, { timeout: busyMs }));
}

/** What every file of this format begins with, and is not a byte shorter than. */
export const isSqlite = (head: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(head.subarray(0, 16)) === 'SQLite format 3\0';

/** The files that may stand beside one: what is written and not yet in it, and who reads. */
export const besideSqlite = ['-wal', '-shm'] as const;

function toFile(database: Database.Database): SqliteFile {
  return {
    // libsql has better-sqlite3's interface, all but a few of its types.
    dialect: new SqliteDialect({ database: database as never }),
    checkpoint: () => void database.pragma('wal_checkpoint(TRUNCATE)'),
    copyTo: (target) => void database.prepare('VACUUM INTO ?').run(target),
    problems() {
      const rows = database.pragma('integrity_check') as readonly {
        readonly integrity_check: string;
      }[];
      return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
    },
    close: () => void database.close(),
  };
}

/**
 * Holds a file for this process alone until `release`; the system lets it go when the process dies, however it does.
 * @returns `null` when another process holds it
 */
export function holdFile(path: string): { release(): void } | null {
  const database = new Database(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return { release: () => void database.close() };
  } catch {
    database.close();
    return null;
  }
}
