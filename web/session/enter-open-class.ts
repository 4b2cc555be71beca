import type { EnteredView, SessionView } from '../../server/contract/access.ts';
import { getJson, type Fetched } from '../api/get-json.ts';
import { sendJson } from '../api/send-json.ts';

/**
 * Enters the class that asks for no code, unless another tab has done so meanwhile: two tabs opened together must not
 * become two students, of whom one could never be found again.
 */
export async function enterOpenClass(): Promise<Fetched<SessionView>> {
  return oneTabAtATime(async () => {
    const now = await getJson<SessionView>('/api/session');
    if (!now.ok || now.value.student !== null || now.value.openClass === null) return now;
    return sendJson<EnteredView>('POST', '/api/session/student', {});
  });
}

function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  // Absent on plain http under another name than localhost.
  return 'locks' in navigator ? navigator.locks.request('repere-enter', work) : work();
}
