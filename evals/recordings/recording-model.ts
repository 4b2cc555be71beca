import type { AsyncLocalStorage } from 'node:async_hooks';
import type { ChatModel, PromptMessage } from '../../server/tutoring/chat-model.ts';

/** One prompt and the whole reply to it. */
export type RecordedCall = { readonly messages: readonly PromptMessage[]; readonly reply: string };

/** A model that notes what it is asked and what it replies in the list of the conversation that asks. */
export function recordingModel(
  model: ChatModel,
  calls: AsyncLocalStorage<RecordedCall[]>,
): ChatModel {
  return {
    name: model.name,
    stream: async function* (messages, options) {
      const noted = calls.getStore();
      // Read whole before it is passed on: a reply that the tutor stops reading is recorded to its end.
      const deltas: string[] = [];
      for await (const delta of model.stream(messages, options)) deltas.push(delta);
      noted?.push({ messages, reply: deltas.join('') });
      yield* deltas;
    },
  };
}
