import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of a data folder that backups are written to where nothing else is asked for. */
export const backupFolder = (dataDir: string): string => join(dataDir, 'backups');

/** Name of a backup made at that time; `what` tells what was copied, where it is not what served. */
export const backupName = (now: Date, what = ''): string =>
  `repere-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z${what}.sqlite`;

/** Name of a backup that is being written. */
export const unfinishedBackup = (target: string): string => `${target}.unfinished`;

/** Ours by name, finished or not, and what a damaged one took with it: nothing else in the folder is touched. */
const ours =
  /^repere-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z(?:-replaced)?\.sqlite(?:-wal|-shm|\.unfinished)?$/;

/** When a backup was made, by its name: copying it about does not change that. `null` for other files. */
function madeAt(name: string): number | null {
  const [, day, hours, minutes, seconds] = ours.exec(name) ?? [];
  return day === undefined ? null : Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
}

/** Deletes the backups of a folder that were made before `before`; returns how many there were. */
export async function deleteOldBackups(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let deleted = 0;
  for (const name of names) {
    const made = madeAt(name);
    if (made === null || made >= before.getTime()) continue;
    await rm(join(folder, name), { force: true });
    if (name.endsWith('.sqlite')) deleted += 1;
  }
  return deleted;
}

/** Beginning of the folders that a backup is prepared in, within the data folder, before it takes the tables' place. */
export const stagePrefix = '.restoring-';

/** Deletes what a restoring that was cut off left: only who holds the data folder may. */
export async function deleteStages(dataDir: string): Promise<void> {
  const names = await readdir(dataDir);
  for (const name of names.filter((one) => one.startsWith(stagePrefix))) {
    await rm(join(dataDir, name), { recursive: true, force: true });
  }
}

/** Returns when a file's bytes, or a folder's names, have reached the disk. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
