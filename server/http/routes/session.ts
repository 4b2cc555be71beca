import type { Request, Response } from 'express';
import type { Access } from '../../classroom/access/access.ts';
import { codeLengths, couldBeCode } from '../../classroom/access/code.ts';
import type { Caller, Student } from '../../classroom/access/caller.ts';
import {
  enterRequest,
  type EnteredView,
  pseudonymsRequest,
  type PseudonymsView,
  recoverRequest,
  type Role,
  type SecretView,
  type SessionView,
  trainerRequest,
} from '../../contract/access.ts';
import { TutorError } from '../../errors.ts';
import { callerOf, studentOf } from '../caller.ts';
import { clientAddress } from '../client-address.ts';
import type { GuessThrottle } from '../guess-throttle.ts';
import { isForwarded } from '../is-forwarded.ts';
import { jsonBody } from '../json-body.ts';
import { parseBody } from '../parse-body.ts';
import type { Route } from '../route.ts';
import type { SessionCookies } from '../session-cookie.ts';

type Handler = Route['handlers'][number];

export type SessionRoutesDependencies = {
  readonly access: Access;
  readonly cookies: SessionCookies;
  /** For class and recovery codes. */
  readonly codes: GuessThrottle;
  /** For the trainer's token, so that a class that mistypes its code does not keep its trainer out. */
  readonly tokens: GuessThrottle;
};

/** `/api/session`: who this browser is, and how somebody comes in and leaves; and the secrets that people renew. */
export function sessionRoutes(dependencies: SessionRoutesDependencies): readonly Route[] {
  const json = jsonBody();
  const { show, leave } = presence(dependencies);
  const { pseudonyms, enter, recover, renewRecovery } = studentEntry(dependencies);
  const { enterAsTrainer, renewToken } = trainerEntry(dependencies);
  const anyone = 'anyone' as const;
  return [
    { method: 'get', path: '/api/session', roles: anyone, handlers: [show] },
    { method: 'delete', path: '/api/session', roles: anyone, handlers: [leave] },
    post('/api/session/pseudonyms', anyone, [...json, pseudonyms]),
    post('/api/session/student', anyone, [...json, enter]),
    post('/api/session/recover', anyone, [...json, recover]),
    post('/api/session/trainer', anyone, [...json, enterAsTrainer]),
    post('/api/student/recovery-code', ['student'], [renewRecovery]),
    post('/api/trainer/token', ['trainer'], [renewToken]),
  ];
}

const post = (path: string, roles: Route['roles'], handlers: readonly Handler[]): Route => ({
  method: 'post',
  path,
  roles,
  handlers,
});

/** What came through a proxy, whatever the settings say, is not this machine's, to which alone a class can be open. */
const openClassTo = async (request: Request, { students }: Access) =>
  isForwarded(request) ? null : students.openClass();

async function toView(
  access: Access,
  request: Request,
  { student, trainer }: Caller,
): Promise<SessionView> {
  return {
    student: student && {
      pseudonym: student.pseudonym,
      className: student.className,
      keptUntil: await access.keptUntil(),
    },
    trainer,
    openClass: (await openClassTo(request, access))?.name ?? null,
  };
}

function presence({ access, cookies }: SessionRoutesDependencies) {
  const show: Handler = async (request, response) => {
    response.json(await toView(access, request, callerOf(response)));
  };
  const leave: Handler = async (request, response) => {
    const held = cookies.read(request.headers.cookie);
    let left = callerOf(response);
    for (const role of rolesToLeave(request.query['role'])) {
      await access.sessions.end(held[role]);
      cookies.clear(response, role);
      left = { ...left, [role]: role === 'student' ? null : false };
    }
    response.json(await toView(access, request, left));
  };
  return { show, leave };
}

function rolesToLeave(asked: unknown): readonly Role[] {
  if (asked === undefined) return ['student', 'trainer'];
  if (asked === 'student' || asked === 'trainer') return [asked];
  throw new TutorError('bad-request', 'The role to leave is neither “student” nor “trainer”.');
}

function studentEntry({ access, cookies, codes }: SessionRoutesDependencies) {
  const { students, sessions } = access;
  const classOf = (address: string, code: string) =>
    codes.attempt({
      address,
      plausible: couldBeCode(code, codeLengths.class),
      lookUp: () => students.classOf(code),
    });

  /** Ends who this browser was, and begins whom it is now. */
  const begin = async (request: Request, response: Response, student: Student) => {
    const before = cookies.read(request.headers.cookie).student;
    cookies.set(response, 'student', await sessions.begin({ studentId: student.id }, before));
    const { student: left, trainer } = callerOf(response);
    if (left && left.id !== student.id) await students.forgetIfGone(left.id);
    return toView(access, request, { student, trainer });
  };

  const pseudonyms: Handler = async (request, response) => {
    const { code } = parseBody(pseudonymsRequest, request.body);
    const { id, name } = await classOf(clientAddress(request), code);
    const view: PseudonymsView = { className: name, pseudonyms: await students.pseudonyms(id) };
    response.json(view);
  };
  const enter: Handler = async (request, response) => {
    const { code, pseudonym = null } = parseBody(enterRequest, request.body);
    const into =
      code === undefined
        ? await openClassTo(request, access)
        : await classOf(clientAddress(request), code);
    if (!into) throw new TutorError('code-wrong', 'Every class asks for a code; enter yours.');
    const { student, recoveryCode } = await students.enter(into, pseudonym);
    const view: EnteredView = { ...(await begin(request, response, student)), recoveryCode };
    response.json(view);
  };
  const recover: Handler = async (request, response) => {
    const { recoveryCode } = parseBody(recoverRequest, request.body);
    const student = await codes.attempt({
      address: clientAddress(request),
      plausible: couldBeCode(recoveryCode, codeLengths.recovery),
      lookUp: () => students.studentOf(recoveryCode),
    });
    response.json(await begin(request, response, student));
  };
  const renewRecovery: Handler = async (request, response) => {
    const { id } = studentOf(response);
    const view: SecretView = { secret: await students.renewRecoveryCode(id) };
    await sessions.endOthers(id, cookies.read(request.headers.cookie).student);
    response.json(view);
  };
  return { pseudonyms, enter, recover, renewRecovery };
}

function trainerEntry({ access, cookies, tokens }: SessionRoutesDependencies) {
  const { sessions, trainers } = access;
  const enterAsTrainer: Handler = async (request, response) => {
    const { token: typed } = parseBody(trainerRequest, request.body);
    await tokens.attempt({
      address: clientAddress(request),
      plausible: couldBeCode(typed, codeLengths.trainer),
      lookUp: async () => (await trainers.isToken(typed)) || null,
    });
    const before = cookies.read(request.headers.cookie).trainer;
    const session = await sessions.begin({ studentId: null }, before);
    cookies.set(response, 'trainer', session);
    response.json(await toView(access, request, { ...callerOf(response), trainer: true }));
  };
  const renewToken: Handler = async (request, response) => {
    const view: SecretView = { secret: await trainers.renewToken() };
    await sessions.endOthers(null, cookies.read(request.headers.cookie).trainer);
    response.json(view);
  };
  return { enterAsTrainer, renewToken };
}
