import type { Access } from '../../classroom/access/access.ts';
import { enterRequest, type EnteredView, type SessionView } from '../../contract/access.ts';
import type { Caller } from '../../classroom/access/caller.ts';
import { callerOf } from '../caller.ts';
import { jsonBody } from '../json-body.ts';
import { parseBody } from '../parse-body.ts';
import type { Route } from '../route.ts';
import { setSession } from '../session-cookie.ts';

/** `/api/session`: who this browser is, and how somebody comes in and leaves. */
export function sessionRoutes(access: Access): readonly Route[] {
  const view = async ({ student, trainer }: Caller): Promise<SessionView> => ({
    student: student && {
      pseudonym: student.pseudonym,
      className: student.className,
      keptUntil: '',
    },
    trainer,
    openClass: (await access.openClass())?.name ?? null,
  });
  const show: Route['handlers'][number] = async (_request, response) => {
    response.json(await view(callerOf(response)));
  };
  const enter: Route['handlers'][number] = async (request, response) => {
    parseBody(enterRequest, request.body);
    const { caller, token, recoveryCode } = await access.enterOpenClass();
    setSession(request, response, 'student', token);
    const entered: EnteredView = { ...(await view(caller)), recoveryCode };
    response.json(entered);
  };
  return [
    { method: 'get', path: '/api/session', roles: 'anyone', handlers: [show] },
    {
      method: 'post',
      path: '/api/session/student',
      roles: 'anyone',
      handlers: [...jsonBody(), enter],
    },
  ];
}
