import type { PromptMessage, StructuredModel } from '../critique/structured-model.ts';

export type FakeStructuredModel = StructuredModel & {
  readonly prompts: (readonly PromptMessage[])[];
};

/** How much comes at once, in UTF-16 code units. */
const pieceLength = 100;

/**
 * A model that gives each reply of a list in turn, in pieces, the last one for ever; an error is thrown. Keeps the prompts.
 */
export function fakeStructuredModel(...replies: readonly (string | Error)[]): FakeStructuredModel {
  const prompts: (readonly PromptMessage[])[] = [];
  return {
    name: 'fake',
    prompts,
    reply: async (messages, { signal, onText }) => {
      signal.throwIfAborted();
      const reply = replies[Math.min(prompts.length, replies.length - 1)]!;
      prompts.push(messages);
      if (reply instanceof Error) throw reply;
      for (let at = 0; at < reply.length; at += pieceLength) {
        onText?.(reply.slice(at, at + pieceLength));
        await Promise.resolve();
      }
      return reply;
    },
  };
}

/** Stands before whichever model it was last told to ask: one tutor is composed for many. */
export function modelInTurn(): StructuredModel & { ask(model: StructuredModel): void } {
  let asked: StructuredModel = fakeStructuredModel(new Error('no model was chosen'));
  return {
    name: 'fake',
    ask: (model) => void (asked = model),
    reply: (messages, options) => asked.reply(messages, options),
  };
}
