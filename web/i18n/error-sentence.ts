import type { Failure } from '../api/failure.ts';
import type { Messages } from './messages.ts';

/** What the reader is told of a failure: chosen from its code, never a text of the server. */
export function errorSentence(messages: Messages, failure: Failure): string {
  const { errors } = messages;
  const known = Object.hasOwn(errors, failure.code);
  const sentence = errors[known ? (failure.code as keyof Messages['errors']) : 'unknown'];
  return failure.retryAfterSeconds === null
    ? sentence
    : `${sentence} ${messages.common.retryIn(failure.retryAfterSeconds)}`;
}
