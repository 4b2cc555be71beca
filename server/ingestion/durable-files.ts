import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, isDiskFull, TutorError } from '../errors.ts';

/** A name for something unfinished: it starts with a dot and says which process is writing it. */
export function temporaryName(): string {
  return `.tmp-${process.pid}-${randomBytes(6).toString('hex')}`;
}

/** The process that a {@link temporaryName} belongs to, or null when the name is not one. */
export function temporaryOwner(name: string): number | null {
  const match = /^\.tmp-(\d{1,10})-[0-9a-f]{12}$/.exec(name);
  return match ? Number(match[1]) : null;
}

/**
 * Creates a folder and those above it; returns the outermost that was missing, or `null`.
 *
 * Not by `mkdir`'s own `recursive`, which tries for ever where an existing parent answers ENOENT, as /proc does.
 */
export async function createFolder(path: string): Promise<string | null> {
  if (await isFolderNow(path)) return null;
  try {
    await mkdir(path);
    return path;
  } catch (error) {
    if (await isFolderNow(path)) return null; // another process was faster
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
  }
  const outermost = await createFolder(dirname(path));
  await mkdir(path).catch(async (error: unknown) => {
    if (!(await isFolderNow(path))) throw error;
  });
  return outermost ?? path;
}

const isFolderNow = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Creates a file that must not exist yet, and returns when its bytes have reached the disk. */
export async function writeNewFile(path: string, bytes: Uint8Array | string): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Makes the names in a folder durable: on POSIX a rename is only certain once its folder was synced. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return; // a folder cannot be opened there, and NTFS logs its renames
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces a file so that every reader, also after a crash, sees the old content or the new, never a part. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, temporaryName());
  await writeNewFile(temporary, content);
  try {
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Why a folder cannot be written, by the system's code. */
const refusals: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a file stands where a folder must be',
  EEXIST: 'a file or a broken link stands where a folder must be',
  EISDIR: 'a folder stands where a file must be',
  ENOENT: 'a folder on the way does not exist and cannot be made',
  ELOOP: 'a link leads back to itself',
  ENAMETOOLONG: 'the name is too long',
};

/** The TutorError for a failed write under `folder`; a cause that the caller cannot act on comes back as it is. */
export function writeFailure(cause: unknown, folder: string): unknown {
  const code = errorCode(cause);
  if (isDiskFull(cause)) {
    const message = `The disk is full (or a quota is reached) where the index is written, ${folder} (${code}): free some space and run npm run ingest; an earlier index is kept as it was.`;
    return new TutorError('disk-full', message, { cause });
  }
  const refusal = refusals[code];
  if (refusal !== undefined) {
    const message = `The index cannot be written to ${folder}: ${refusal} (${code}, ${pathOf(cause, folder)}); put that right, or set DATA_DIR to another folder.`;
    return new TutorError('settings-wrong', message, { cause });
  }
  return cause;
}

/** The file or folder that a system call failed on; of a renaming, the new name. */
function pathOf(cause: unknown, otherwise: string): string {
  const { dest, path } = cause as { readonly dest?: unknown; readonly path?: unknown };
  return [dest, path].find((name) => typeof name === 'string') ?? otherwise;
}
