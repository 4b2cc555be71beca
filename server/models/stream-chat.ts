import { setTimeout as sleep } from 'node:timers/promises';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AIMessageChunk } from '@langchain/core/messages';
import type { Deadlines } from '../config.ts';
import type { ChatModel, PromptMessage } from '../tutoring/chat-model.ts';
import { createReplyClock, type ReplyClock } from './reply-clock.ts';
import {
  type ModelFailure,
  ModelFailureError,
  retryDelayMs,
  toTutorError,
} from './model-failure.ts';

/** Longest reply, in UTF-16 code units; a model that goes on is broken. */
const maxReplyLength = 1_048_576;

/** How long the end of the stream may take once the model has said that it has finished. */
const farewellMs = 500;

/**
 * A LangChain chat model as the tutor needs it: one retry, ours; deadlines, ours; and a reply counts as complete
 * only when it has text and the model said that it had finished.
 *
 * The retry is for a failure before the first visible text that a second try can mend, and shares the first-token
 * deadline with the first try: a student waits for that long once, then the offline answer serves. A deadline that
 * has passed is therefore not retried. The error's `cause` is a {@link ModelFailure}.
 *
 * @param name What the student sees as the answer's model.
 */
export function toChatModel(name: string, model: BaseChatModel, deadlines: Deadlines): ChatModel {
  return {
    name,
    stream: async function* (messages, { signal }) {
      signal.throwIfAborted();
      const clock = createReplyClock(deadlines, signal);
      for (let attempt = 1; ; attempt += 1) {
        try {
          yield* streamReply(model, messages, clock);
          return;
        } catch (error) {
          signal.throwIfAborted();
          if (!(error instanceof ModelFailureError)) throw error;
          const { failure } = error;
          if (clock.started()) throw toTutorError('model-interrupted', name, afterText(failure));
          const waitMs = attempt === 1 ? retryDelayMs(failure) : null;
          if (waitMs === null || waitMs >= clock.remainingMs()) {
            throw toTutorError('model-unavailable', name, failure);
          }
          await sleep(waitMs, undefined, { signal }).catch(() => signal.throwIfAborted());
        }
      }
    },
  };
}

/** A connection that fails in the middle of a reply was there: the reply was cut. */
function afterText(failure: ModelFailure): ModelFailure {
  return failure.kind === 'unreachable' || failure.kind === 'empty' ? { kind: 'cut' } : failure;
}

/** One try. @throws {ModelFailureError} */
async function* streamReply(
  model: BaseChatModel,
  messages: readonly PromptMessage[],
  clock: ReplyClock,
): AsyncGenerator<string> {
  const upstream = new AbortController();
  const chunks = openStream(model, messages, upstream.signal);
  let length = 0;
  let blank = ''; // nothing to see yet: held back, so that a retry or another model can still begin afresh
  let finish: string | null = null;
  try {
    for (;;) {
      const chunk = await nextChunk(chunks, clock, finish !== null);
      if (chunk === null) break;
      finish ??= finishReason(chunk);
      length += chunk.text.length;
      if (length > maxReplyLength) throw new ModelFailureError({ kind: 'too-large' });
      blank += chunk.text;
      if (blank === '' || (!clock.started() && blank.trim() === '')) continue;
      const text = blank;
      blank = '';
      clock.markText();
      yield text;
      clock.markText(); // the time that the reader took is not the model's
    }
  } finally {
    upstream.abort();
    chunks.return(undefined).catch(() => {}); // not awaited: it waits for a read that may never end
  }
  const failure = incompleteness(finish, clock.started());
  if (failure !== null) throw new ModelFailureError(failure);
}

async function* openStream(
  model: BaseChatModel,
  messages: readonly PromptMessage[],
  signal: AbortSignal,
): AsyncGenerator<AIMessageChunk> {
  yield* await model.stream(
    messages.map(({ role, content }) => [role, content] as const),
    { signal },
  );
}

/** The next chunk, or null at the end; what happens after the model has finished no longer matters. */
async function nextChunk(
  chunks: AsyncGenerator<AIMessageChunk>,
  clock: ReplyClock,
  finished: boolean,
): Promise<AIMessageChunk | null> {
  const limitMs = finished ? Math.min(farewellMs, clock.remainingMs()) : clock.remainingMs();
  try {
    const result = await clock.within(chunks.next(), limitMs);
    return result.done ? null : result.value;
  } catch (error) {
    if (finished && error instanceof ModelFailureError) return null;
    throw error;
  }
}

function finishReason(chunk: AIMessageChunk): string | null {
  const reason: unknown = chunk.response_metadata['finish_reason'];
  return typeof reason === 'string' && reason !== '' ? reason : null;
}

/** Why a stream that ended without an error is not a complete reply; null when it is. */
function incompleteness(finish: string | null, hasText: boolean): ModelFailure | null {
  if (finish === 'content_filter') return { kind: 'content-filter' };
  if (!hasText) return { kind: 'empty' };
  if (finish === null) return { kind: 'cut' };
  return finish === 'length' ? { kind: 'length' } : null;
}
