import { createSessions } from '../classroom/access/sessions.ts';
import { createTrainerDoor } from '../classroom/access/trainer-door.ts';
import { openStore } from '../storage/store.ts';
import { loadSettings } from '../terminal/load-settings.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { parseFlags } from './parse-flags.ts';

const usage = 'npm run trainer-token (the folder is the setting DATA_DIR; stop the server first)';

/** Makes a new trainer's token in place of one that was lost, prints it, and ends every trainer's session. */
export async function trainerToken(args: readonly string[]): Promise<number> {
  const { positionals } = parseFlags(args, {}, usage);
  if (positionals.length > 0) {
    throw new UsageError(`trainer-token takes no argument. Usage: ${usage}`);
  }
  const { dataDir } = loadSettings();
  const store = await openStore(dataDir);
  try {
    const token = await createTrainerDoor(store).renewToken();
    await createSessions(store).endOthers(null, null);
    console.log(
      `Trainer’s token: ${token}\n  Shown this once: keep it. The one before and every trainer’s session have ended.`,
    );
    return 0;
  } finally {
    await store.close();
  }
}
