import type { Request, RequestHandler } from 'express';
import { TutorError } from '../errors.ts';
import { readBody } from './read-body.ts';

/** 4,000 characters are at most 16 kB; the rest is room for JSON's escapes (`\u00e9` is six bytes). */
const maxQuestionBytes = 64 * 1024;

/** Reads a JSON body of at most `maxBytes`, by default 64 kB, whose bytes are valid UTF-8. */
export function jsonBody(maxBytes = maxQuestionBytes): RequestHandler[] {
  return [
    async function jsonParser(request, _response, next) {
      const type = request.is('application/json');
      // Null is no body at all: what is missing is said by who wants it.
      if (type === false || !isUtf8(request)) throw unsupported();
      if (type !== null) request.body = parse(decode(await readBody(request, maxBytes)));
      next();
    },
  ];
}

/** By what the header says, which may say nothing. */
const isUtf8 = ({ headers }: Request): boolean =>
  /charset\s*=\s*"?(?!utf-8\b)/i.exec(headers['content-type'] ?? '') === null;

/** Strictly: else broken bytes would become question marks in a question. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TutorError(
      'bad-request',
      'The body of the request is not valid UTF-8; encode it as UTF-8 and send it again.',
    );
  }
}

/** A list or an object; nothing at all is an empty one. */
function parse(text: string): unknown {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // said below
  }
  throw new TutorError(
    'bad-request',
    'The body of the request is not valid JSON; send {"question": "…"}.',
  );
}

const unsupported = (): TutorError =>
  new TutorError(
    'unsupported-media-type',
    'The body must be JSON in UTF-8 and not compressed; send it with Content-Type: application/json.',
  );
