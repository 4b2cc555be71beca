import type { Request } from 'express';
import { TutorError } from '../errors.ts';

/**
 * The bytes of a body; none where there is no body.
 *
 * One that is too large is refused at its header, or at the byte that is too many: the usual parsers answer only when the
 * client has sent all of it. What still comes is let through to nowhere.
 * @throws {TutorError} `too-large`; `unsupported-media-type` when it is compressed; `bad-request` when the client left
 */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer> {
  const { 'content-encoding': encoding = 'identity', 'content-length': length } = request.headers;
  if (encoding.toLowerCase() !== 'identity') throw compressed();
  if (Number(length ?? 0) > maxBytes) throw tooLarge(maxBytes);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const take = (part: Buffer): void => {
      size += part.length;
      if (size <= maxBytes) return void parts.push(part);
      parts.length = 0;
      request.off('data', take).resume();
      reject(tooLarge(maxBytes));
    };
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(parts)));
    request.once('error', () => reject(cut()));
    request.once('close', () => reject(cut())); // after the end it changes nothing
  });
}

function tooLarge(maxBytes: number): TutorError {
  const kilobytes = Math.round(maxBytes / 1024);
  return new TutorError(
    'too-large',
    `The body of the request exceeds ${kilobytes} kB; please shorten it.`,
  );
}

const compressed = (): TutorError =>
  new TutorError(
    'unsupported-media-type',
    'The body of the request is compressed; send it as it is.',
  );

const cut = (): TutorError =>
  new TutorError('bad-request', 'The body of the request was cut; send it again.');
