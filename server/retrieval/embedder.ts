/** Real embeddings for the vector channel; without one the corpus's own statistics serve (random indexing). */
export type Embedder = {
  /** Model name as the provider knows it; an index is bound to it. */
  readonly model: string;
  /**
   * One unit-length vector per text, all of one length.
   * @throws {TutorError} `model-unavailable` when the endpoint fails or answers with unusable vectors
   */
  embed(
    texts: readonly string[],
    options?: { readonly signal?: AbortSignal },
  ): Promise<readonly Float32Array[]>;
};
