import { createAccess, type Access } from './classroom/access/access.ts';
import type { FirstSecrets } from './classroom/access/first-start.ts';
import { type Config, isLocalOnly } from './config.ts';
import { openStore, type Store } from './storage/store.ts';

/** What stands around the tutor: who comes in, and what is kept. */
export type Service = {
  readonly store: Store;
  readonly access: Access;
  /** What was made at this start and is to be told once. */
  readonly firstSecrets: FirstSecrets;
  close(): Promise<void>;
};

/**
 * Opens the data folder and builds what keeps students' work.
 * @throws {TutorError} `data-in-use`, `data-broken`, `disk-full`, `settings-wrong`
 */
export async function composeService(config: Config): Promise<Service> {
  const store = await openStore(config.dataDir);
  const access = createAccess(store, { localOnly: isLocalOnly(config) });
  const firstSecrets = await access.prepare();
  return { store, access, firstSecrets, close: () => store.close() };
}
