import { join, resolve } from 'node:path';
import { backupFolder, backupName } from '../storage/backup-files.ts';
import { restoreBackup } from '../storage/restore.ts';
import { loadSettings } from '../terminal/load-settings.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { describeContents } from './backup.ts';
import { parseFlags } from './parse-flags.ts';

const usage = 'npm run restore -- FILE, a file that npm run backup wrote';

/** Puts a backup in the place of what is stored, and keeps what was there. */
export async function restore(args: readonly string[]): Promise<number> {
  const { positionals } = parseFlags(args, {}, usage);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new UsageError(`restore takes one file. Usage: ${usage}`);
  }
  const { dataDir } = loadSettings();
  const aside = join(backupFolder(dataDir), backupName(new Date(), '-replaced'));
  const { contents, replaced } = await restoreBackup(dataDir, resolve(file), aside);
  console.log(
    [
      `Restored into ${dataDir}: ${describeContents(contents)}.`,
      ...(replaced === null
        ? []
        : [
            `What was there before is in ${replaced}; delete that file when you no longer need it.`,
          ]),
      'What students deleted after the backup was made is there again; the next start deletes what is past its time.',
    ].join('\n'),
  );
  return 0;
}
