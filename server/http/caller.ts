import type { RequestHandler, Response } from 'express';
import { type Caller, type Student, visitor } from '../classroom/access/caller.ts';
import { TutorError } from '../errors.ts';

/** Finds out who sends a request, before any route sees it. */
export function identify(who: (cookies: string | undefined) => Promise<Caller>): RequestHandler {
  return async (request, response, next) => {
    response.locals['caller'] = await who(request.headers.cookie);
    next();
  };
}

/** Who sent the request that is being answered. */
export const callerOf = (response: Response): Caller =>
  (response.locals['caller'] as Caller | undefined) ?? visitor;

/**
 * The student who sent it.
 * @throws {TutorError} `sign-in-needed`
 */
export function studentOf(response: Response): Student {
  const { student } = callerOf(response);
  if (!student) throw new TutorError('sign-in-needed', 'Enter first, with a class code.');
  return student;
}
