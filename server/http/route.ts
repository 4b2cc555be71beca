import type { Express, RequestHandler } from 'express';
import type { Role } from '../contract/access.ts';
import { TutorError } from '../errors.ts';
import { callerOf } from './caller.ts';

/** One address of the API, who may call it, and what it does. Every route is one: nothing is mounted beside them. */
export type Route = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly roles: 'anyone' | readonly [Role, ...Role[]];
  readonly handlers: readonly RequestHandler[];
};

/** Mounts routes, each behind the check of who calls and then what `limitsOf` puts before it. */
export function mountRoutes(
  app: Express,
  routes: readonly Route[],
  limitsOf: (route: Route) => readonly RequestHandler[] = () => [],
): void {
  for (const route of routes) {
    const { method, path, roles, handlers } = route;
    app[method](path, allowOnly(roles), ...limitsOf(route), ...handlers);
  }
}

function allowOnly(roles: Route['roles']): RequestHandler {
  return (_request, response, next) => {
    if (roles === 'anyone') return next();
    const { student, trainer } = callerOf(response);
    if ((student && roles.includes('student')) || (trainer && roles.includes('trainer'))) {
      return next();
    }
    if (!student && !trainer) {
      throw new TutorError('sign-in-needed', 'Enter first: with a class code, or as a trainer.');
    }
    throw roles.includes('trainer')
      ? new TutorError('forbidden', 'Only a trainer may do this; enter with the trainer’s token.')
      : new TutorError('forbidden', 'Only a student may do this; enter a class first.');
  };
}
