import type { Config } from '../config.ts';

/** Which models serve, what leaves the machine with them, and which settings of an endpoint are not used. */
export function describeModels({ endpoint, unused }: Pick<Config, 'endpoint' | 'unused'>): string {
  if (!endpoint) {
    const offline = 'Offline models: no key, nothing leaves this machine.';
    return unused.length === 0
      ? offline
      : `${offline.replace('no key, ', '')}\n${unusedNote(unused)}`;
  }
  const { host } = new URL(endpoint.baseUrl);
  const embeddings = endpoint.embeddingModel ? `, embeddings ${endpoint.embeddingModel}` : '';
  return `Endpoint ${host}, model ${endpoint.chatModel}${embeddings}: questions and course passages are sent there.`;
}

function unusedNote(unused: Config['unused']): string {
  const [are, it] = unused.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return `Note: ${unused.join(' and ')} ${are} set but not used; to use ${it}, set OPENAI_BASE_URL (for OpenAI https://api.openai.com/v1) and CHAT_MODEL.`;
}
