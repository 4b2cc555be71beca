import type { Response } from 'express';
import { type SessionTokens, sessionDays } from '../classroom/access/sessions.ts';
import type { Role } from '../contract/access.ts';

/** The cookies of sessions, one for each role. */
export type SessionCookies = {
  /** The tokens in a `Cookie` header. */
  read(header: string | undefined): SessionTokens;
  set(response: Response, role: Role, token: string): void;
  clear(response: Response, role: Role): void;
};

/** Longest token that is looked at, in characters. */
const maxTokenLength = 100;

/**
 * @param secure whether browsers reach this server over TLS. The `__Host-` prefix then ties a cookie to this very host,
 * and only such a one counts: a neighbouring host cannot plant a session of its choice. On plain http browsers refuse it.
 */
export function createSessionCookies(secure: boolean): SessionCookies {
  const nameOf = (role: Role) => `${secure ? '__Host-' : ''}repere-${role}`;
  const attributes = { httpOnly: true, sameSite: 'strict', secure, path: '/' } as const;
  return {
    read(header) {
      const pairs = (header ?? '').split(';').map((pair) => pair.trim());
      const read = (role: Role) => {
        const name = `${nameOf(role)}=`;
        const value = pairs.find((pair) => pair.startsWith(name))?.slice(name.length);
        return value && value.length <= maxTokenLength ? value : null;
      };
      return { student: read('student'), trainer: read('trainer') };
    },
    set(response, role, token) {
      response.cookie(nameOf(role), token, {
        ...attributes,
        maxAge: sessionDays[role] * 86_400_000,
      });
    },
    clear: (response, role) => void response.clearCookie(nameOf(role), attributes),
  };
}
