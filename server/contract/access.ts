import { z } from 'zod';

/** Who a browser may be; one can be a student and a trainer at once, each by its own cookie. */
export type Role = 'student' | 'trainer';

/** Longest pseudonym, code or token that is looked at. */
const short = z.string().trim().min(1).max(200);

/**
 * `GET /api/session`: who this browser is. Its other routes answer with the same. `DELETE` leaves, on the server too:
 * as both, or with `?role=student` or `?role=trainer` as one.
 */
export type SessionView = {
  readonly student: StudentView | null;
  readonly trainer: boolean;
  /** Name of the class that may be entered without a code; `null` when every class asks for one. */
  readonly openClass: string | null;
};

export type StudentView = {
  readonly pseudonym: string;
  readonly className: string;
  /** ISO 8601: when this class's conversations and drafts of today will be deleted at the latest. */
  readonly keptUntil: string;
};

/** `POST /api/session/pseudonyms`: what a class code opens. */
export const pseudonymsRequest = z.strictObject({ code: short });
export type PseudonymsView = {
  readonly className: string;
  /** Some that nobody in the class has taken; asking again gives others. */
  readonly pseudonyms: readonly string[];
};

/** `POST /api/session/student`: enters a class; without a code the open class, without a pseudonym any. */
export const enterRequest = z.strictObject({
  code: short.optional(),
  pseudonym: short.optional(),
});

/** What entering answers; the recovery code is shown once and stored as a hash. */
export type EnteredView = SessionView & { readonly recoveryCode: string };

/** `POST /api/session/recover`: a student comes back, on another device or after the cookie is gone. */
export const recoverRequest = z.strictObject({ recoveryCode: short });

/** `POST /api/session/trainer` */
export const trainerRequest = z.strictObject({ token: short });

/**
 * `POST /api/student/recovery-code`, `POST /api/trainer/token`, without a body: a new secret, shown once. The old one
 * ends, and so do the sessions that it began elsewhere; the caller's stays.
 */
export type SecretView = { readonly secret: string };
