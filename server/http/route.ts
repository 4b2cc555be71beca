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

/** Mounts routes, each behind the check of who calls. */
export function mountRoutes(app: Express, routes: readonly Route[]): void {
  for (const { method, path, roles, handlers } of routes) {
    app[method](path, allowOnly(roles), ...handlers);
  }
}

function allowOnly(roles: Route['roles']): RequestHandler {
  return (_request, response, next) => {
    if (roles === 'anyone') return next();
    const { student, trainer } = callerOf(response);
    const held: readonly Role[] = [
      ...(student ? (['student'] as const) : []),
      ...(trainer ? (['trainer'] as const) : []),
    ];
    if (roles.some((role) => held.includes(role))) return next();
    throw held.length > 0
      ? new TutorError('forbidden', 'Only a trainer may do this; enter with the trainer’s token.')
      : new TutorError('sign-in-needed', 'Enter first: with a class code, or as a trainer.');
  };
}
