import type { Config } from './config.ts';
import type { StructuredModel } from './critique/structured-model.ts';
import type { EndpointWatch } from './models/endpoint-watch.ts';
import { toChatModel } from './models/stream-chat.ts';
import { createStructuredModel, type ResponseFormat } from './models/structured-chat.ts';
import type { Embedder } from './retrieval/embedder.ts';
import type { ChatModel } from './tutoring/chat-model.ts';

// The endpoint's client is heavy: it is loaded only where an endpoint is configured.

/** What writes answers at the endpoint; `null` without one. */
export async function createEndpointModel(
  { endpoint, deadlines }: Config,
  temperature: number | undefined,
  watch: EndpointWatch,
): Promise<ChatModel | null> {
  if (!endpoint) return null;
  const { createEndpointChatModel } = await import('./models/endpoint-chat.ts');
  const model = await createEndpointChatModel(endpoint, null, temperature);
  return watch.watchChat(toChatModel(endpoint.chatModel, model, deadlines));
}

/** What reads drafts at the endpoint, `null` without one; each critique names its own response format. */
export async function createEndpointStructured(
  { endpoint, deadlines, draftTotalMs }: Config,
  watch: EndpointWatch,
): Promise<StructuredModel | null> {
  if (!endpoint) return null;
  const { createEndpointChatModel } = await import('./models/endpoint-chat.ts');
  const open = (format: ResponseFormat) => createEndpointChatModel(endpoint, format);
  const forDrafts = { ...deadlines, totalMs: draftTotalMs };
  return watch.watchStructured(createStructuredModel(endpoint.chatModel, open, forDrafts));
}

/** What embeds passages at the endpoint; `null` where no model for it is named. */
export async function createEmbedder({ endpoint, deadlines }: Config): Promise<Embedder | null> {
  if (!endpoint?.embeddingModel) return null;
  const { createEndpointEmbedder } = await import('./models/endpoint-embeddings.ts');
  return createEndpointEmbedder(
    { ...endpoint, embeddingModel: endpoint.embeddingModel },
    deadlines.totalMs,
  );
}
