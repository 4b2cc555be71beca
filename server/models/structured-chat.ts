import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { Deadlines } from '../config.ts';
import type { StructuredModel } from '../critique/structured-model.ts';
import { TutorError } from '../errors.ts';
import type { ModelFailure } from './model-failure.ts';
import { toChatModel } from './stream-chat.ts';

/** How an endpoint is asked for JSON, from what holds it most to nothing at all. */
export type ResponseFormat =
  | {
      readonly type: 'json_schema';
      readonly json_schema: {
        readonly name: string;
        readonly strict: true;
        readonly schema: Readonly<Record<string, unknown>>;
      };
    }
  | { readonly type: 'json_object' }
  | null;

/**
 * A model that replies in JSON, with the deadlines and the one retry of {@link toChatModel}. An endpoint that refuses a
 * JSON Schema with a 400 is asked for a JSON object, then for plain text; what it took is remembered.
 * @param open the chat model for a response format
 */
export function createStructuredModel(
  name: string,
  open: (format: ResponseFormat) => Promise<BaseChatModel>,
  deadlines: Deadlines,
): StructuredModel {
  let taken = 0;
  return {
    name,
    async reply(messages, { schema, signal, onText }) {
      const formats: readonly ResponseFormat[] = [
        { type: 'json_schema', json_schema: { ...schema, strict: true } },
        { type: 'json_object' },
        null,
      ];
      for (let at = taken; ; at += 1) {
        const model = toChatModel(name, await open(formats[at] ?? null), deadlines);
        try {
          let text = '';
          for await (const piece of model.stream(messages, { signal })) {
            text += piece;
            onText?.(piece);
          }
          taken = at;
          return text;
        } catch (error) {
          signal.throwIfAborted();
          if (!refusesFormat(error) || at + 1 >= formats.length) throw error;
        }
      }
    },
  };
}

const refusesFormat = (error: unknown): boolean =>
  error instanceof TutorError && (error.cause as ModelFailure | undefined)?.kind === 'bad-request';
