import { retentionDays } from '../../contract/settings.ts';
import { readSetting } from '../../storage/settings.ts';
import type { Store } from '../../storage/store.ts';

/** When what is written today will be deleted at the latest, in ISO 8601. */
export async function keptUntil({ tables }: Pick<Store, 'tables'>, now: Date): Promise<string> {
  const days = Number((await readSetting(tables, 'retention-days')) ?? retentionDays.usual);
  return new Date(now.getTime() + days * 86_400_000).toISOString();
}
