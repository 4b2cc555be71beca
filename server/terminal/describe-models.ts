import type { Config } from '../config.ts';

/** Which models serve, and what leaves the machine with them. */
export function describeModels({ endpoint }: Pick<Config, 'endpoint'>): string {
  if (!endpoint) return 'Offline models: no key, nothing leaves this machine.';
  const { host } = new URL(endpoint.baseUrl);
  const embeddings = endpoint.embeddingModel ? `, embeddings ${endpoint.embeddingModel}` : '';
  return `Endpoint ${host}, model ${endpoint.chatModel}${embeddings}: questions and course passages are sent there.`;
}
