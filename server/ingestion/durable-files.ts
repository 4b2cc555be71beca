import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
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

/** Replaces a small file so that every reader, also after a crash, sees the old content or the new, never a part. */
export async function replaceFile(path: string, content: string): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, temporaryName());
  await writeNewFile(temporary, content);
  await rename(temporary, path);
  await syncFolder(folder);
}

const forbiddenCodes = new Set(['EACCES', 'EPERM', 'EROFS']);

/** The TutorError for a failed write under `folder`; a cause that the caller cannot act on comes back as it is. */
export function writeFailure(cause: unknown, folder: string): unknown {
  const code = errorCode(cause);
  if (isDiskFull(cause)) {
    const message = `The disk is full (or a quota is reached) where the index is written, ${folder} (${code}): free some space and ingest again; the earlier index still serves.`;
    return new TutorError('disk-full', message, { cause });
  }
  if (forbiddenCodes.has(code)) {
    const message = `The index folder ${folder} cannot be written (${code}): give this user the right to write there, or choose another folder.`;
    return new TutorError('settings-wrong', message, { cause });
  }
  return cause;
}
