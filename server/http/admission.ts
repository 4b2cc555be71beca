import type { RequestHandler } from 'express';
import { TutorError } from '../errors.ts';

/** Lets at most `limit` requests be under way at once, and refuses more with `too-many-requests`. */
export function admission(limit: number, refusal: string): RequestHandler {
  let underWay = 0;
  return (_request, response, next) => {
    if (underWay >= limit) {
      throw new TutorError('too-many-requests', refusal);
    }
    underWay += 1;
    response.once('close', () => (underWay -= 1));
    next();
  };
}
