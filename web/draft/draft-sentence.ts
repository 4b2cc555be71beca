import type { Failure } from '../api/failure.ts';
import { errorSentence } from '../i18n/error-sentence.ts';
import type { Messages } from '../i18n/messages.ts';

/** What the reader is told of a failure that concerns a draft. */
export const draftSentence = (messages: Messages, failure: Failure): string =>
  errorSentence(messages, failure, messages.draft.errors);
