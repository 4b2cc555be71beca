/** One message of a prompt. */
export type PromptMessage = {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
};

/** A language model that replies with one JSON document; `models/` adapts every provider to it. */
export type StructuredModel = {
  /** The endpoint's model name. */
  readonly name: string;
  /**
   * The whole reply, which is meant to fit the schema: the caller checks it.
   * @throws {TutorError} `model-unavailable` or `model-interrupted`; the abort reason when `signal` fires
   */
  reply(
    messages: readonly PromptMessage[],
    options: {
      /** A JSON Schema, and its name in `[a-z_]`. */
      readonly schema: {
        readonly name: string;
        readonly schema: Readonly<Record<string, unknown>>;
      };
      readonly signal: AbortSignal;
      /**
       * Told of each piece of the reply as it comes, for who wants to see how far it has come; the pieces are the reply,
       * and none is taken back. A model that does not stream need not call it.
       */
      readonly onText?: (piece: string) => void;
    },
  ): Promise<string>;
};
