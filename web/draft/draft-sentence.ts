import type { Failure } from '../api/failure.ts';
import { errorSentence } from '../i18n/error-sentence.ts';
import type { Messages } from '../i18n/messages.ts';

/** Seconds from which a refusal is not for the moment but for the day. */
const long = 300;

/** What the reader is told of a failure that concerns a draft. */
export function draftSentence(messages: Messages, failure: Failure): string {
  const { errors } = messages.draft;
  const { retryAfterSeconds } = failure;
  const isLimit = failure.code === 'too-many-requests' && (retryAfterSeconds ?? 0) > long;
  const code = isLimit ? 'day-limit' : failure.code;
  if (!Object.hasOwn(errors, code)) return errorSentence(messages, failure);
  const sentence = errors[code as keyof typeof errors];
  return retryAfterSeconds === null
    ? sentence
    : `${sentence} ${messages.common.retryIn(retryAfterSeconds)}`;
}
