import { copyFile, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../../errors.ts';
import { createFolder, syncFolder } from '../durable-files.ts';

/** Where removed documents are kept, in the data folder: one folder for each time, named like it. */
const folderName = 'removed';

/** A document that was removed from the course, and where it is kept, from the data folder. */
export type RemovedFile = { readonly path: string; readonly keptIn: string };

/** Moves a file of the corpus aside, so that it can be put back by hand. */
export async function moveAside(
  { corpusDir, dataDir }: { readonly corpusDir: string; readonly dataDir: string },
  path: string,
  now: Date,
): Promise<void> {
  const kept = join(dataDir, folderName, stampOf(now), path);
  await createFolder(dirname(kept));
  const from = join(corpusDir, path);
  await rename(from, kept).catch(async (error: unknown) => {
    if (errorCode(error) !== 'EXDEV') throw error;
    await copyFile(from, kept); // the data folder is on another disk
    await rm(from);
  });
  await syncFolder(dirname(kept));
  await syncFolder(dirname(from));
}

/** The documents that are kept aside, the ones removed last first. */
export async function listRemoved(dataDir: string): Promise<readonly RemovedFile[]> {
  const found: RemovedFile[] = [];
  for (const stamp of (await namesIn(join(dataDir, folderName))).toReversed()) {
    const home = join(dataDir, folderName, stamp);
    for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name).slice(home.length + 1);
      found.push({ path: path.replaceAll('\\', '/'), keptIn: `${folderName}/${stamp}` });
    }
  }
  return found;
}

/** Deletes what was removed before a time; returns how many removals that were. */
export async function pruneRemoved(dataDir: string, before: Date): Promise<number> {
  const root = join(dataDir, folderName);
  const old = (await namesIn(root)).filter((stamp) => stamp < stampOf(before));
  for (const stamp of old) await rm(join(root, stamp), { recursive: true, force: true });
  return old.length;
}

/** A time that is a folder's name everywhere, and sorts. */
const stampOf = (time: Date): string => time.toISOString().replace(/[:.]/g, '-');

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => /^\d{4}-/.test(name)).toSorted();
}
