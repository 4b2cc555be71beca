import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { errorCode, TutorError } from '../errors.ts';
import {
  createFolder,
  syncFolder,
  temporaryName,
  writeFailure,
  writeNewFile,
} from './durable-files.ts';

/** The right to write in an index folder, held until `release`. */
export type IndexLock = { readonly release: () => Promise<void> };

/** A living holder touches its lock this often; one left alone for `staleAfterMs` is taken over whoever holds it. */
const heartbeatMs = 5_000;
const staleAfterMs = 60_000;

const holderSchema = z.object({ pid: z.int().positive(), host: z.string() });

/**
 * Locks an index folder for one writer; the folder is created where it is missing.
 *
 * The lock is a file with the holder's process id, made whole elsewhere and then linked into place, so that no
 * reader sees half of it. A dead process's lock is taken over at once. The heartbeat is for what an id cannot say:
 * after a restart, above all in a container, the same id belongs to another process. Should two writers ever hold
 * it, no index is harmed: each writes a generation of its own and the last switch wins.
 *
 * @throws {TutorError} `index-locked` when another living process holds it; `disk-full` or `settings-wrong` when
 * the lock cannot be written.
 */
export async function lockIndex(root: string): Promise<IndexLock> {
  const path = join(root, 'lock');
  const content = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    token: randomBytes(8).toString('hex'),
  });
  try {
    const created = await createFolder(root);
    if (created !== null) await syncFolder(dirname(created));
    if (!(await place(root, path, content))) {
      await takeOver(root, path);
      if (!(await place(root, path, content))) throw locked(path, 'another process');
    }
  } catch (cause) {
    throw writeFailure(cause, root);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {}); // the folder is gone: the writer will notice by itself
  }, heartbeatMs);
  heartbeat.unref();
  return {
    release: async () => {
      clearInterval(heartbeat);
      if ((await read(path)) === content) await rm(path, { force: true });
    },
  };
}

/** Puts the lock where nobody holds one; false when somebody does. */
async function place(root: string, path: string, content: string): Promise<boolean> {
  const temporary = join(root, temporaryName());
  await writeNewFile(temporary, content);
  try {
    await link(temporary, path).catch(async (error: unknown) => {
      if (errorCode(error) === 'EEXIST') throw error;
      await copyFile(temporary, path, constants.COPYFILE_EXCL); // a file system without hard links
    });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Removes a lock whose holder is gone. @throws {TutorError} `index-locked` when the holder lives. */
async function takeOver(root: string, path: string): Promise<void> {
  const content = await read(path);
  if (content === null) return;
  const holder = parseHolder(content);
  const touched = await stat(path).catch(() => null);
  const abandoned = touched !== null && Date.now() - touched.mtimeMs > staleAfterMs;
  const dead = holder !== null && holder.host === hostname() && !isAlive(holder.pid);
  if (!abandoned && !dead) {
    throw locked(path, holder ? `process ${holder.pid} on ${holder.host}` : 'another process');
  }
  // Not `rm`: between our look and now somebody else may have taken it over.
  const aside = join(root, temporaryName());
  await rename(path, aside).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
  const moved = await read(aside);
  if (moved !== null && moved !== content) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

function locked(path: string, holder: string): TutorError {
  const message = `The index is being written by ${holder}: wait for it to finish, or try again in a minute; if nothing is writing, delete ${path}.`;
  return new TutorError('index-locked', message);
}

async function read(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function parseHolder(content: string): z.infer<typeof holderSchema> | null {
  try {
    return holderSchema.parse(JSON.parse(content));
  } catch {
    return null;
  }
}

/** Whether a process of this machine exists; one that belongs to somebody else does too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
