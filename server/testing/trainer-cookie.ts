import { hashSecret, newToken } from '../classroom/access/secrets.ts';
import { addSession } from '../storage/sessions.ts';
import type { Store } from '../storage/store.ts';

/** The cookie of a trainer who has entered a store's server. */
export async function trainerCookie({ tables }: Pick<Store, 'tables'>): Promise<string> {
  const token = newToken();
  await addSession(tables, {
    ...{ tokenHash: hashSecret(token), role: 'trainer', studentId: null },
    ...{ createdAt: '2026-01-01T00:00:00.000Z', expiresAt: '9999-01-01T00:00:00.000Z' },
  });
  return `repere-trainer=${token}`;
}
