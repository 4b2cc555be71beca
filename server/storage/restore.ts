import { constants } from 'node:fs';
import { copyFile, chmod, link, mkdir, mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, isDiskFull, TutorError } from '../errors.ts';
import { type BackupContents, contentsOf, notOurs } from './backup-contents.ts';
import { deleteStages, stagePrefix, syncPath } from './backup-files.ts';
import { besideSqlite, inspectSqlite, isSqlite } from './sqlite.ts';
import { holdStore, openStore, storePath } from './store.ts';

/** What a restored data folder holds, and where its former tables are; `null` when there were none. */
export type Restored = { readonly contents: BackupContents; readonly replaced: string | null };

/**
 * Puts the tables of a backup in the place of those of a data folder. The backup is copied, checked and brought up to
 * date beside them first, then takes their place at once; the former tables are kept under the name `aside`. Whenever
 * the process dies, the one or the other serves.
 * @throws {TutorError} `data-in-use` while a tutor runs; `not-found`; `data-broken` when the file is damaged, something
 * else or of a newer version; `disk-full`; `settings-wrong`
 */
export async function restoreBackup(
  dataDir: string,
  backup: string,
  aside: string,
): Promise<Restored> {
  await checkFile(backup);
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch(refuse(dataDir));
  const held = holdStore(dataDir);
  try {
    await deleteStages(dataDir);
    const stage = await mkdtemp(join(dataDir, stagePrefix));
    try {
      const contents = await prepare(backup, stage);
      const replaced = await keepAside(storePath(dataDir), aside);
      await rename(storePath(stage), storePath(dataDir));
      await syncPath(dataDir);
      return { contents, replaced };
    } finally {
      await rm(stage, { recursive: true, force: true });
    }
  } catch (cause) {
    return refuse(dataDir)(cause);
  } finally {
    held.release();
  }
}

async function checkFile(backup: string): Promise<void> {
  const found = await stat(backup).catch(() => null);
  if (!found) {
    throw new TutorError('not-found', `There is no file ${backup}; name a backup that exists.`);
  }
  if (!found.isFile()) throw notOurs(backup);
  const handle = await open(backup).catch(refuse(backup));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    if (!isSqlite(buffer.subarray(0, bytesRead))) throw notOurs(backup);
  } finally {
    await handle.close();
  }
}

/** The backup as the tables of a folder of its own: checked, migrated, and all in one file. */
async function prepare(backup: string, stage: string): Promise<BackupContents> {
  const staged = storePath(stage);
  await copyFile(backup, staged);
  await chmod(staged, 0o600);
  const contents = await contentsOf(staged, backup);
  const store = await openStore(stage);
  await store.checkpoint();
  await store.close();
  await syncPath(staged);
  return contents;
}

/** Gives the tables a second name, and takes away what stands beside them: it would be read into the new ones. */
async function keepAside(current: string, aside: string): Promise<string | null> {
  const found = await stat(current).catch(() => null);
  if (!found) {
    for (const beside of besideSqlite) await rm(current + beside, { force: true });
    return null;
  }
  await mkdir(dirname(aside), { recursive: true, mode: 0o700 });
  await chmod(current, 0o600);
  const folded = await foldIn(current);
  await link(current, aside).catch((cause: unknown) => {
    if (errorCode(cause) === 'EEXIST') throw taken(aside);
    return copyFile(current, aside, constants.COPYFILE_EXCL); // a file system without hard links
  });
  for (const beside of besideSqlite) {
    if (folded) await rm(current + beside, { force: true });
    else await rename(current + beside, aside + beside).catch(() => {});
  }
  await syncPath(dirname(aside));
  return aside;
}

/** Writes into a file what stands in the log beside it; false when it is too damaged for that, or being copied. */
async function foldIn(path: string): Promise<boolean> {
  try {
    const file = inspectSqlite(path);
    try {
      if (file.problems().length > 0) return false;
      file.checkpoint();
    } finally {
      file.close();
    }
  } catch {
    return false;
  }
  return ((await stat(`${path}-wal`).catch(() => null))?.size ?? 0) === 0;
}

const taken = (aside: string): TutorError =>
  new TutorError('conflict', `${aside} exists already; try again in a moment.`);

const refuse =
  (path: string) =>
  (cause: unknown): never => {
    if (cause instanceof TutorError) throw cause;
    if (isDiskFull(cause)) {
      throw new TutorError(
        'disk-full',
        `There is no room to restore into ${path}; make some, and try again.`,
        { cause },
      );
    }
    throw new TutorError(
      'settings-wrong',
      `${path} cannot be used (${errorCode(cause) || 'unknown reason'}); give this user the right to, or set DATA_DIR to another folder.`,
      { cause },
    );
  };
