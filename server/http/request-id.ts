import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

/** Gives every request an id of ours, sent back as `X-Request-Id`; one that a client sends is not taken. */
export function requestId(): RequestHandler {
  return (_request, response, next) => {
    const id = randomUUID();
    response.locals['requestId'] = id;
    response.setHeader('X-Request-Id', id);
    next();
  };
}

/** The id that {@link requestId} gave to the request of this response. */
export function requestIdOf(response: Response): string {
  return String(response.locals['requestId'] ?? '');
}
