import type { ErrorRequestHandler } from 'express';
import type { ErrorBody } from '../contract/course.ts';
import { errorTable, TutorError } from '../errors.ts';
import { type Log, toLogFields } from '../log.ts';
import { errorPage, opensPage } from './error-page.ts';
import { requestIdOf } from './request-id.ts';
import { retryAfterOf } from './too-many.ts';

/** When to come back after a refusal that time will lift: an answer takes a few seconds. */
const retryAfterSeconds = 2;

/**
 * Answers every failure with an {@link ErrorBody}. A {@link TutorError} keeps its status and sentence; what Express
 * refuses by itself gets a sentence of ours; anything else is a bug: the client learns its id, the log where it was.
 * Who opened the address in a browser gets a page that can be read.
 */
export function errorHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const requestId = requestIdOf(response);
    const known = toTutorError(error);
    const { status, retryable } = errorTable[known.code];
    // A refusal's sentence may repeat a field's name, and what people wrote is not logged.
    if (status < 500) log.info('request-refused', { code: known.code, requestId });
    else log.error('request-failed', { ...toLogFields(error), requestId });
    if (response.headersSent) {
      next(error); // Express cuts the connection: the client must not take half an answer for a whole one.
      return;
    }
    if (status === 429 || (status === 503 && retryable)) {
      response.setHeader('Retry-After', retryAfterOf(known) ?? retryAfterSeconds);
    }
    const body: ErrorBody = { code: known.code, message: known.message, retryable, requestId };
    response.setHeader('Cache-Control', 'no-store');
    response.status(status);
    if (opensPage(request)) response.type('html').send(errorPage(body));
    else response.json(body);
  };
}

function toTutorError(error: unknown): TutorError {
  if (error instanceof TutorError) return error;
  const { status } = (error ?? {}) as Record<'status', unknown>;
  // Errors with a 4xx status come from Express: an address that cannot be decoded, a range that does not exist.
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return status === 404
      ? new TutorError('not-found', 'There is nothing at this address.')
      : new TutorError('bad-request', 'The request could not be understood; check its address.');
  }
  return new TutorError(
    'internal',
    'Something went wrong here; please try again, and name the request id when you report it.',
  );
}
