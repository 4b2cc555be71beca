import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenAIClient } from '@langchain/openai';
import type { EndpointSettings } from '../config.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import { toClientOptions } from './endpoint-client.ts';
import { toModelFailure } from './endpoint-failure.ts';
import { createEndpointFetch } from './endpoint-fetch.ts';
import { ModelFailureError, retryDelayMs, toTutorError } from './model-failure.ts';
import { inOrder, toUnitVectors } from './unit-vectors.ts';

/** Texts in one request; the smallest limit among the large providers (Cohere's). */
const batchSize = 96;

/** An endpoint whose embedding model is set. */
export type EmbeddingEndpoint = EndpointSettings & { readonly embeddingModel: string };

/**
 * The endpoint's embedding model. A batch is tried at most twice and takes at most `timeoutMs` in all.
 * The first call imports the SDK, about a third of a second.
 */
export function createEndpointEmbedder(endpoint: EmbeddingEndpoint, timeoutMs: number): Embedder {
  const model = endpoint.embeddingModel;
  return {
    model,
    embed: async (texts, { signal } = {}) => {
      signal?.throwIfAborted();
      const rows: number[][] = [];
      try {
        for (let start = 0; start < texts.length; start += batchSize) {
          const batch = texts.slice(start, start + batchSize);
          rows.push(
            ...(await within(timeoutMs, signal, (either) => embedBatch(endpoint, batch, either))),
          );
        }
        return toUnitVectors(rows);
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof ModelFailureError)) throw error;
        throw toTutorError('model-unavailable', model, error.failure);
      }
    },
  };
}

/**
 * Runs `task` with a signal that fires after `timeoutMs`, or with `signal`.
 * Not `AbortSignal.any` of a timeout: in Node 20 the timeout can be collected as garbage before it fires.
 */
async function within<T>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  task: (either: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await task(controller.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** One batch, with one retry while `signal` allows. @throws {ModelFailureError} */
async function embedBatch(
  endpoint: EmbeddingEndpoint,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<number[][]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await requestBatch(endpoint, texts, signal);
    } catch (error) {
      const failure = signal.aborted ? ({ kind: 'timeout' } as const) : toModelFailure(error);
      const waitMs = attempt === 1 ? retryDelayMs(failure) : null;
      if (waitMs === null) throw new ModelFailureError(failure);
      await sleep(waitMs, undefined, { signal }).catch(() => {}); // the next request says why
    }
  }
}

/** LangChain's embeddings take no signal, so each request has a client of its own, which costs 0.1 ms. */
async function requestBatch(
  endpoint: EmbeddingEndpoint,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<number[][]> {
  const { OpenAIEmbeddings } = await import('@langchain/openai');
  signal.throwIfAborted();

  class EndpointEmbeddings extends OpenAIEmbeddings {
    protected override async embeddingWithRetry(request: OpenAIClient.EmbeddingCreateParams) {
      const response = await super.embeddingWithRetry(request);
      return { ...response, data: inOrder(response.data, texts.length) };
    }
  }

  const configuration = toClientOptions(endpoint, createEndpointFetch('json', signal));
  const embeddings = new EndpointEmbeddings({
    model: endpoint.embeddingModel,
    apiKey: configuration.apiKey,
    configuration,
    batchSize,
    encodingFormat: 'float', // the SDK's own choice, base64, is unknown to many servers
    stripNewLines: false,
    maxRetries: 0,
  });
  return await embeddings.embedDocuments([...texts]);
}
