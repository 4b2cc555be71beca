import type { RequestHandler } from 'express';
import { TutorError } from '../errors.ts';

/**
 * Refuses addresses that hold U+0000. Nothing that we store has it in its name, and Postgres fails on a question that
 * holds it.
 */
export function refuseNul(): RequestHandler {
  return (request, _response, next) => {
    if (request.originalUrl.includes('%00')) {
      throw new TutorError('not-found', 'There is nothing at this address.');
    }
    next();
  };
}

/**
 * Refuses a JSON text that says U+0000 anywhere, which no text that people write holds, nor any text in Postgres.
 * @throws {TutorError} `bad-request`
 */
export function checkNoNul(json: string): void {
  // Behind an even number of backslashes: "\\u0000" is six characters that somebody wrote about it.
  if (!/(?<!\\)(?:\\\\)*\\u0000/.test(json)) return;
  throw new TutorError(
    'bad-request',
    'The request holds control characters, as a binary file does; please send plain text.',
  );
}
