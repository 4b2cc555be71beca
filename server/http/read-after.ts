import { TutorError } from '../errors.ts';

/**
 * The `after` of a query: the number of the last event that a reader has; -1 when it has none.
 * @throws {TutorError} `bad-request`
 */
export function readAfter(text: unknown): number {
  if (text === undefined) return -1;
  if (typeof text === 'string' && /^(?:-1|\d{1,9})$/.test(text)) return Number(text);
  throw new TutorError(
    'bad-request',
    'after is not the number of an event; leave it out to have them all.',
  );
}
