import type { RequestHandler } from 'express';
import { TutorError } from '../errors.ts';

/** What a form of any page can send without asking first; a file is put, which no form does. */
const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

/** Refuses bodies that another site's form could have sent, also where a route takes none and would not look. */
export function refuseFormBodies(): RequestHandler {
  return (request, _response, next) => {
    if (request.method !== 'PUT' && request.is(formTypes)) {
      throw new TutorError(
        'unsupported-media-type',
        'The body must be JSON in UTF-8; send it with Content-Type: application/json.',
      );
    }
    next();
  };
}
