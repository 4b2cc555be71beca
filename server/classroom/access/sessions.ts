import {
  addSession,
  findSession,
  removeExpiredSessions,
  removeOtherSessions,
  removeSession,
} from '../../storage/sessions.ts';
import type { Store } from '../../storage/store.ts';
import { type Caller, visitor } from './caller.ts';
import { hashSecret, newToken } from './secrets.ts';

/** The tokens that a browser holds, one for each role. */
export type SessionTokens = { readonly student: string | null; readonly trainer: string | null };

/** How long a browser stays in without entering again, in days. */
export const sessionDays = { student: 180, trainer: 30 } as const;

/** Who is in. Tokens are made here, never taken from a browser, and stored as hashes. */
export type Sessions = {
  /** Who holds these tokens; an unknown or expired one, or one of another role, counts for nothing. */
  whoHolds(tokens: SessionTokens): Promise<Caller>;
  /** Begins a session, ends the one that the browser held before, and returns the new token. */
  begin(who: { readonly studentId: string | null }, before: string | null): Promise<string>;
  /** Ends a session on the server; a token that is none does nothing. */
  end(token: string | null): Promise<void>;
  /** Ends the sessions of a student, or with `null` of all trainers, but for the one of `kept`. */
  endOthers(studentId: string | null, kept: string | null): Promise<void>;
  removeExpired(): Promise<void>;
};

export function createSessions(
  { tables }: Pick<Store, 'tables'>,
  now: () => Date = () => new Date(),
): Sessions {
  const hashed = (token: string | null) => (token === null ? null : hashSecret(token));
  const end = async (token: string | null) => {
    if (token !== null) await removeSession(tables, hashSecret(token));
  };
  const removeExpired = () => removeExpiredSessions(tables, now().toISOString());
  return {
    async whoHolds(tokens) {
      const at = now().toISOString();
      const find = async (role: 'student' | 'trainer') => {
        const token = tokens[role];
        const session = token === null ? null : await findSession(tables, hashSecret(token), at);
        return session?.role === role ? session : null;
      };
      if (tokens.student === null && tokens.trainer === null) return visitor;
      return {
        student: (await find('student'))?.student ?? null,
        trainer: (await find('trainer')) !== null,
      };
    },
    async begin({ studentId }, before) {
      await end(before);
      await removeExpired();
      const token = newToken();
      const role = studentId === null ? 'trainer' : 'student';
      const createdAt = now();
      const expiresAt = new Date(createdAt.getTime() + sessionDays[role] * 86_400_000);
      await addSession(tables, {
        ...{ tokenHash: hashSecret(token), role, studentId },
        ...{ createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
      });
      return token;
    },
    end,
    endOthers: (studentId, kept) => removeOtherSessions(tables, studentId, hashed(kept)),
    removeExpired,
  };
}
