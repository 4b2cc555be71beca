import type { Failure } from '../api/failure.ts';
import type { Messages } from './messages.ts';

/** Seconds from which a refusal is not for the moment but for the day; the limits for a moment are of a minute. */
const longRefusal = 300;

/**
 * What the reader is told of a failure: chosen from its code, never a text of the server.
 * @param own sentences of one part of the page, which stand before the page's; `day-limit` where it has such a limit
 */
export function errorSentence(
  messages: Messages,
  { code, retryAfterSeconds }: Failure,
  own: Readonly<Record<string, string>> = {},
): string {
  const sentences: Readonly<Record<string, string>> = { ...messages.errors, ...own };
  const isLong = code === 'too-many-requests' && (retryAfterSeconds ?? 0) > longRefusal;
  const name = isLong && Object.hasOwn(own, 'day-limit') ? 'day-limit' : code;
  const sentence = Object.hasOwn(sentences, name) ? sentences[name] : messages.errors.unknown;
  return retryAfterSeconds === null
    ? `${sentence}`
    : `${sentence} ${messages.common.retryIn(retryAfterSeconds)}`;
}
