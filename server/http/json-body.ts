import express, { type RequestHandler } from 'express';
import { TutorError } from '../errors.ts';
import { checkNoNul } from './refuse-nul.ts';

/** 4,000 characters are at most 16 kB; the rest is room for JSON's escapes (`\u00e9` is six bytes). */
const maxQuestionBytes = 64 * 1024;

/** Reads a JSON body of at most `maxBytes`, by default 64 kB, whose bytes are valid UTF-8, without U+0000. */
export function jsonBody(maxBytes = maxQuestionBytes): RequestHandler[] {
  return [
    (request, _response, next) => {
      // Checked here, because the parser would let another type pass unread.
      if (request.is('application/json') === false) throw unsupported();
      next();
    },
    express.json({
      limit: maxBytes,
      inflate: false,
      type: 'application/json',
      verify: (_request, _response, bytes, encoding) => checkNoNul(toText(bytes, encoding)),
    }),
  ];
}

/** The parser decodes leniently: without this, broken bytes would become question marks in a question. */
function toText(bytes: Buffer, encoding: string): string {
  if (encoding.toLowerCase() !== 'utf-8') throw unsupported();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TutorError(
      'bad-request',
      'The body of the request is not valid UTF-8; encode it as UTF-8 and send it again.',
    );
  }
}

const unsupported = (): TutorError =>
  new TutorError(
    'unsupported-media-type',
    'The body must be JSON in UTF-8 and not compressed; send it with Content-Type: application/json.',
  );
