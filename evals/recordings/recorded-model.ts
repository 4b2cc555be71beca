import { TutorError } from '../../server/errors.ts';
import type { ChatModel, PromptMessage } from '../../server/tutoring/chat-model.ts';
import { readAnswerPrompt } from '../../server/tutoring/answer-prompt.ts';
import type { Recording } from './recording.ts';

/**
 * A model that replays recorded replies. A prompt that differs from the recorded one in anything gets none: the
 * recording is stale, and its reply would answer another question.
 */
export function recordedModel(recordings: readonly Recording[]): ChatModel {
  const replies = new Map(recordings.map(({ messages, reply }) => [keyOf(messages), reply]));
  const questions = new Set(recordings.map(({ messages }) => questionOf(messages)));
  return {
    name: 'recorded',
    async *stream(messages, { signal }) {
      await Promise.resolve();
      signal.throwIfAborted();
      const reply = replies.get(keyOf(messages));
      if (reply === undefined) {
        throw new TutorError(
          'model-unavailable',
          questions.has(questionOf(messages))
            ? 'The recording is stale: its prompt has changed since; record it again.'
            : 'This question was not recorded.',
        );
      }
      yield* reply.match(/\s*\S+\s*$|\s*\S+/g) ?? [reply];
    },
  };
}

/** A recording may have been read back from JSON: only what a prompt says counts. */
const keyOf = (messages: readonly PromptMessage[]): string =>
  JSON.stringify(messages.map(({ role, content }) => [role, content]));

const questionOf = (messages: readonly PromptMessage[]): string =>
  readAnswerPrompt(messages).question;
