import { setTimeout as sleep } from 'node:timers/promises';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver } from 'kysely';
import { errorCode } from '../errors.ts';
import { storageGone, toStorageFailure } from './storage-failure.ts';

/** What is done with a database beside its statements. */
export type DatabaseControl = {
  /** Whether its file is still the one that was opened: SQLite would go on writing into one that was deleted. */
  isThere(): boolean;
  /** Whether a transaction is open: SQLite ends some by itself, a full disk for example. */
  isInTransaction(): boolean;
  run(command: 'BEGIN IMMEDIATE' | 'COMMIT' | 'ROLLBACK'): void;
};

/** How long what writes waits for another process that does, and how often it looks, in milliseconds. */
const patience = { mostMs: 2_000, everyMs: 50 };

/**
 * A dialect of one connection, which makes its statements at once, whose failures are told as a `TutorError` where
 * somebody can act on them: `disk-full`, `storage-unavailable`, `data-broken`.
 *
 * Whatever writes takes the right to do so first, and waits for it without holding this process up. The library does not
 * end a statement that was refused in its middle: what is written after it would not be on the disk until it is collected
 * as garbage, acknowledged or not.
 */
export function tellFailures(dialect: Dialect, control: DatabaseControl): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => tellingDriver(dialect.createDriver(), control),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

function tellingDriver(driver: Driver, control: DatabaseControl): Driver {
  const begin = createBegin(control);
  const rollBack = () => {
    // After one that ended by itself nothing is left to undo, and saying so would hide why it did.
    if (control.isInTransaction()) control.run('ROLLBACK');
  };

  const execute = async <Row>(connection: DatabaseConnection, compiled: CompiledQuery) => {
    const isAlone = writing.has(compiled.query.kind) && !control.isInTransaction();
    if (isAlone) await begin();
    try {
      const made = connection.executeQuery<Row>(compiled);
      if (isAlone) control.run('COMMIT');
      return await made;
    } catch (cause) {
      if (isAlone) rollBack();
      throw toStorageFailure(cause);
    }
  };

  return {
    init: () => driver.init(),
    async acquireConnection() {
      if (!control.isThere()) throw storageGone();
      const connection = await driver.acquireConnection();
      return {
        executeQuery: (compiled) => execute(connection, compiled),
        streamQuery: (compiled, size) => connection.streamQuery(compiled, size),
      };
    },
    beginTransaction: begin,
    commitTransaction: async () => told(() => control.run('COMMIT')),
    rollbackTransaction: async () => told(rollBack),
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
  };
}

/**
 * Makes what begins a transaction that may write. The wait is shared: they come one after another, and the last of a
 * class must not wait as often as there are others before it.
 */
function createBegin({ run }: DatabaseControl): () => Promise<void> {
  let busySince: number | null = null;
  return async () => {
    for (;;) {
      try {
        run('BEGIN IMMEDIATE');
        busySince = null;
        return;
      } catch (cause) {
        if (errorCode(cause) !== 'SQLITE_BUSY') throw toStorageFailure(cause);
        busySince ??= performance.now();
        if (performance.now() - busySince > patience.mostMs) throw toStorageFailure(cause);
      }
      await sleep(patience.everyMs);
    }
  };
}

function told(run: () => void): void {
  try {
    run();
  } catch (cause) {
    throw toStorageFailure(cause);
  }
}

/** Statements that write; those that change the tables themselves are made in a transaction. */
const writing: ReadonlySet<string> = new Set([
  'InsertQueryNode',
  'UpdateQueryNode',
  'DeleteQueryNode',
]);
