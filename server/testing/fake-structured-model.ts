import type { PromptMessage, StructuredModel } from '../critique/structured-model.ts';

export type FakeStructuredModel = StructuredModel & {
  readonly prompts: (readonly PromptMessage[])[];
};

/** A model that gives each reply of a list in turn, the last one for ever; an error is thrown. Keeps the prompts. */
export function fakeStructuredModel(...replies: readonly (string | Error)[]): FakeStructuredModel {
  const prompts: (readonly PromptMessage[])[] = [];
  return {
    name: 'fake',
    prompts,
    reply: (messages, { signal }) => {
      signal.throwIfAborted();
      const reply = replies[Math.min(prompts.length, replies.length - 1)]!;
      prompts.push(messages);
      return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
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
