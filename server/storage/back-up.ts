import { chmod, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode, isDiskFull, TutorError } from '../errors.ts';
import { type BackupContents, contentsOf } from './backup-contents.ts';
import { syncPath, unfinishedBackup } from './backup-files.ts';
import { inspectSqlite } from './sqlite.ts';
import { storePath } from './store.ts';

/**
 * Writes a whole copy of the tables of a data folder, as of now, which only this user may read; the tutor may be
 * running and writing. The copy has the name `target` only once it is whole and on the disk.
 * @throws {TutorError} `not-found` when there is nothing to copy; `conflict` when `target` exists; `data-broken`;
 * `disk-full`; `settings-wrong` when it cannot be written
 */
export async function backUp(dataDir: string, target: string): Promise<BackupContents> {
  const source = storePath(dataDir);
  if (!(await exists(source))) {
    throw new TutorError(
      'not-found',
      `There is nothing to back up: the data folder ${dataDir} holds no tables; set DATA_DIR to the folder that the tutor runs with.`,
    );
  }
  if (await exists(target)) throw taken(target);
  const unfinished = unfinishedBackup(target);
  try {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rm(unfinished, { force: true });
    // Made before it holds anything: nobody else can read it, not even while it is written.
    await (await open(unfinished, 'wx', 0o600)).close();
    await chmod(unfinished, 0o600);
    copy(source, unfinished);
    const contents = await contentsOf(unfinished, 'The copy');
    await syncPath(unfinished);
    await place(unfinished, target);
    await syncPath(dirname(target));
    return contents;
  } catch (cause) {
    throw cause instanceof TutorError ? cause : unwritable(target, cause);
  } finally {
    await rm(unfinished, { force: true });
  }
}

function copy(source: string, target: string): void {
  const file = inspectSqlite(source);
  try {
    file.copyTo(target);
  } catch (cause) {
    if (!/NOTADB|CORRUPT/.test(errorCode(cause))) throw cause;
    throw new TutorError(
      'data-broken',
      `The file ${source} is damaged and cannot be copied; restore an earlier backup with npm run restore.`,
      { cause },
    );
  } finally {
    file.close();
  }
}

/** Never over another file: a link fails where the name is taken. */
async function place(unfinished: string, target: string): Promise<void> {
  try {
    await link(unfinished, target);
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST') throw taken(target);
    await rename(unfinished, target); // a file system without hard links
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const taken = (target: string): TutorError =>
  new TutorError(
    'conflict',
    `${target} exists already and is left as it is; name another file, or a folder.`,
  );

const unwritable = (target: string, cause: unknown): TutorError =>
  isDiskFull(cause)
    ? new TutorError('disk-full', `There is no room for ${target}; name a file on another disk.`, {
        cause,
      })
    : new TutorError(
        'settings-wrong',
        `${target} cannot be written (${errorCode(cause) || 'unknown reason'}); name a file in a folder that this user may write.`,
        { cause },
      );
