import type { Upkeep } from '../../classroom/upkeep/upkeep.ts';
import { studentOf } from '../caller.ts';
import type { Route } from '../route.ts';
import { sendFile } from '../send-file.ts';
import type { SessionCookies } from '../session-cookie.ts';

/** `/api/student`: all that is kept of a student, to take along and to delete. */
export function studentDataRoutes(
  upkeep: Pick<Upkeep, 'exportStudent' | 'deleteStudent'>,
  cookies: Pick<SessionCookies, 'clear'>,
): readonly Route[] {
  const exportAll: Route['handlers'][number] = async (_request, response) => {
    const all = await upkeep.exportStudent(studentOf(response));
    sendFile(response, `repere-${all.exportedAt.slice(0, 10)}.json`, all);
  };
  const deleteAll: Route['handlers'][number] = async (_request, response) => {
    await upkeep.deleteStudent(studentOf(response).id);
    cookies.clear(response, 'student');
    response.status(204).end();
  };
  const roles = ['student'] as const;
  return [
    { method: 'get', path: '/api/student/export', roles, handlers: [exportAll] },
    { method: 'delete', path: '/api/student', roles, handlers: [deleteAll] },
  ];
}
