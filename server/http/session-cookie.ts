import type { Request, Response } from 'express';
import type { Role } from '../contract/access.ts';

/** A browser keeps a session this long, in seconds: as long as the server does. */
const maxAgeSeconds = 180 * 86_400;

/** Over TLS the `__Host-` prefix ties a cookie to this very host; browsers refuse it on plain http. */
const cookieName = (role: Role, secure: boolean): string =>
  `${secure ? '__Host-' : ''}repere-${role}`;

/** Gives the browser a session. */
export function setSession(request: Request, response: Response, role: Role, token: string): void {
  response.cookie(cookieName(role, request.secure), token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.secure,
    path: '/',
    maxAge: maxAgeSeconds * 1000,
  });
}

/** The tokens of every session cookie of ours in a `Cookie` header, at most a few. */
export function sessionTokens(header: string | undefined): readonly string[] {
  const pairs = (header ?? '')
    .slice(0, 4_000)
    .split(';')
    .map((pair) => pair.trim().split('='));
  return pairs
    .flatMap(([name = '', value = '']) =>
      /^(__Host-)?repere-(student|trainer)$/.test(name) && value !== '' ? [value] : [],
    )
    .slice(0, 4);
}
