import { TutorError } from '../errors.ts';

/** The cause of a refusal that says when to come back. */
export type RetryLater = { readonly retryAfterSeconds: number };

/** A `too-many-requests` that says why and when to come back. */
export function tooMany(
  reason: string,
  until: Date | undefined,
  now: Date = new Date(),
): TutorError {
  const retryAfterSeconds = Math.max(
    1,
    Math.ceil(((until?.getTime() ?? 0) - now.getTime()) / 1000),
  );
  const cause: RetryLater = { retryAfterSeconds };
  return new TutorError('too-many-requests', `${reason}; try again in ${say(retryAfterSeconds)}.`, {
    cause,
  });
}

/** When to come back, of a refusal made by {@link tooMany}; `null` for any other. */
export function retryAfterOf({ cause }: TutorError): number | null {
  if (typeof cause !== 'object' || cause === null || !('retryAfterSeconds' in cause)) return null;
  return typeof cause.retryAfterSeconds === 'number' ? cause.retryAfterSeconds : null;
}

/** Rounded up, so that who comes back then is let in. */
function say(seconds: number): string {
  if (seconds <= 90) return count(seconds, 'second');
  if (seconds <= 90 * 60) return count(Math.ceil(seconds / 60), 'minute');
  return count(Math.ceil(seconds / 3600), 'hour');
}

const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;
