/** One message of a prompt. */
export type PromptMessage = {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
};

/** A language model as the tutor needs it; `models/` adapts every provider to it. */
export type ChatModel = {
  /** `offline`, or the endpoint's model name. */
  readonly name: string;
  /**
   * Streams the reply in pieces of any size.
   * @throws {TutorError} `model-unavailable` when nothing came, `model-interrupted` when the reply broke off;
   * the abort reason when `signal` fires.
   */
  stream(
    messages: readonly PromptMessage[],
    options: { readonly signal: AbortSignal },
  ): AsyncIterable<string>;
};
