import { type ApiClient, createApiClient } from './api-client.ts';
import type { ServedTutor } from './serve-tutor.ts';

/** Who a test calls the API as. */
export type TestCaller = 'visitor' | 'student' | 'trainer';

/** A client of a server that has just come in: as a student nobody was before, or as a trainer. */
export async function enterAs(
  { url, service: { access } }: Pick<ServedTutor, 'url' | 'service'>,
  caller: TestCaller,
): Promise<ApiClient> {
  if (caller === 'visitor') return createApiClient(url);
  const studentId = caller === 'student' ? await newStudent(access.students) : null;
  const token = await access.sessions.begin({ studentId }, null);
  return createApiClient(url, { cookie: `repere-${caller}=${token}` });
}

async function newStudent(door: ServedTutor['service']['access']['students']): Promise<string> {
  const open = await door.openClass();
  if (!open) throw new Error('no class is open');
  return (await door.enter(open, null)).student.id;
}
