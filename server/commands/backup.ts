import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { backUp } from '../storage/back-up.ts';
import type { BackupContents } from '../storage/backup-contents.ts';
import { backupFolder, backupName, deleteOldBackups } from '../storage/backup-files.ts';
import { loadSettings } from '../terminal/load-settings.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { parseFlags } from './parse-flags.ts';

const usage =
  'npm run backup [-- FILE]; FILE may be a folder, without it the backup goes into the data folder';

/** Writes a whole copy of what is stored, also while the tutor runs, and says what is in it. */
export async function backup(args: readonly string[]): Promise<number> {
  const { positionals } = parseFlags(args, {}, usage);
  if (positionals.length > 1) throw new UsageError(`backup takes one file. Usage: ${usage}`);
  const { dataDir } = loadSettings();
  const now = new Date();
  const target = await targetOf(positionals[0] ?? backupFolder(dataDir), now);
  const contents = await backUp(dataDir, target);
  const days = contents.retentionDays;
  const before = new Date(now.getTime() - days * 86_400_000);
  const deleted = await deleteOldBackups(backupFolder(dataDir), before);
  console.log(
    [
      `Backup written: ${target}`,
      `It holds ${describeContents(contents)}, with sessions, settings and prompts, and may be read by this user only.`,
      'It does not hold the documents, which are files of CORPUS_DIR: keep a copy of that folder too. The index is made anew from them.',
      ...(target.startsWith(dataDir)
        ? ['It is in the data folder, which can be lost as a whole: keep a copy on another disk.']
        : []),
      `What students delete later stays in it. Backups in ${backupFolder(dataDir)} are deleted as students’ work is, after ${days} days; delete those that you keep elsewhere yourself.`,
      ...(deleted > 0 ? [`Deleted ${deleted} of more than ${days} days.`] : []),
      `To go back to it: stop the tutor, then npm run restore -- ${target}`,
    ].join('\n'),
  );
  return 0;
}

/** `2 classes, 31 students, 410 questions and 58 drafts` */
export const describeContents = ({ classes, students, turns, drafts }: BackupContents): string =>
  `${counted(classes, 'class', 'classes')}, ${counted(students, 'student')}, ${counted(turns, 'question')} and ${counted(drafts, 'draft')}`;

const counted = (n: number, one: string, several = `${one}s`): string =>
  `${n} ${n === 1 ? one : several}`;

async function targetOf(name: string, now: Date): Promise<string> {
  const path = resolve(name);
  const found = await stat(path).catch(() => null);
  const isFolder = found ? found.isDirectory() : !/\.\w+$/.test(path);
  return isFolder ? join(path, backupName(now)) : path;
}
