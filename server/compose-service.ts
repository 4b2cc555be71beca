import { createAccess, type Access } from './classroom/access/access.ts';
import type { Config } from './config.ts';
import { openStore, type Store } from './storage/store.ts';

/** What stands around the tutor: who comes in, and what is kept. */
export type Service = {
  readonly store: Store;
  readonly access: Access;
  close(): Promise<void>;
};

/**
 * Opens the data folder and builds what keeps students' work.
 * @throws {TutorError} `data-in-use`, `data-broken`, `disk-full`, `settings-wrong`
 */
export async function composeService(config: Pick<Config, 'dataDir'>): Promise<Service> {
  const store = await openStore(config.dataDir);
  const access = createAccess(store);
  await access.ensureClass();
  return { store, access, close: () => store.close() };
}
