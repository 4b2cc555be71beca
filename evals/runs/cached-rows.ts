import type { RunRow } from './run-row.ts';
import type { RunStore } from './run-store.ts';
import { jobKey } from './to-row.ts';

/**
 * Rows that may stand for those of a new run: of the same variant hash, thus of the same settings, prompt, documents
 * and program; by {@link jobKey}, which holds the case's hash and the trial. Failed ones are run again.
 */
export async function cachedRows(
  store: RunStore,
  variantHash: string,
): Promise<ReadonlyMap<string, RunRow>> {
  const rows = new Map<string, RunRow>();
  for (const header of await store.headers()) {
    if (header.variant.hash !== variantHash) continue;
    for (const row of (await store.read(header.run)).rows) {
      if (row.status === 'ok') rows.set(jobKey(row), row);
    }
  }
  return rows;
}
