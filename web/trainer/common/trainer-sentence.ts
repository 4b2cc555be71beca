import type { Failure } from '../../api/failure.ts';
import { errorSentence } from '../../i18n/error-sentence.ts';
import type { Messages } from '../../i18n/messages.ts';

/** What a trainer is told of a failure: who runs the course is not told to tell whoever runs it. */
export function trainerSentence(messages: Messages, failure: Failure): string {
  const { errors } = messages.trainer;
  const { code, retryAfterSeconds } = failure;
  if (!Object.hasOwn(errors, code)) return errorSentence(messages, failure);
  const sentence = errors[code as keyof typeof errors];
  return retryAfterSeconds === null
    ? sentence
    : `${sentence} ${messages.common.retryIn(retryAfterSeconds)}`;
}
