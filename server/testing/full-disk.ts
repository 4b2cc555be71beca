import { sql } from 'kysely';
import { isDiskFull } from '../errors.ts';
import type { Store } from '../storage/store.ts';

/** SQLite's own limit, which counts as a full disk. */
const setMaxPages = (pages: number) => sql.raw(`PRAGMA max_page_count = ${pages}`);
const noLimit = 1_073_741_823;

/**
 * Takes the room from an open store: what needs another page fails with the same code as on a full disk. Small changes
 * within a page still go through, as they do on a disk.
 */
export async function fillDisk({ tables }: Pick<Store, 'tables'>): Promise<{
  makeRoom(): Promise<void>;
}> {
  await setMaxPages(1).execute(tables); // SQLite takes it for what is used now
  // What is free within the file is taken as well.
  for (const size of [50_000, 3_000, 100]) {
    for (let n = 0; await isTaken(`ballast-${size}-${n}`, size); n += 1);
  }

  async function isTaken(name: string, size: number): Promise<boolean> {
    const value = 'x'.repeat(size);
    try {
      await tables.insertInto('settings').values({ name, value }).execute();
      return true;
    } catch (error) {
      if (isDiskFull(error)) return false;
      throw error;
    }
  }

  return {
    async makeRoom() {
      await setMaxPages(noLimit).execute(tables);
      await tables.deleteFrom('settings').where('name', 'like', 'ballast-%').execute();
    },
  };
}
