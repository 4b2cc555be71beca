/**
 * Run by `no-surprise-sockets.test.ts` in a process of its own: asks the endpoint `OPENAI_BASE_URL` for an answer
 * and for vectors, and the offline model for an answer, then prints the sockets that were opened.
 * With `LEAVE_ENVIRONMENT_OPEN` it does not close the environment, to show that the test can fail.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { closeEnvironment } from '../close-environment.ts';
import { readConfig } from '../config.ts';
import { recordSockets } from './record-sockets.ts';

const targets = recordSockets();
const { endpoint, deadlines } = readConfig(process.env);
if (endpoint === null) throw new Error('no endpoint');
if (!process.env['LEAVE_ENVIRONMENT_OPEN']) closeEnvironment(process.env);

const { createEndpointChatModel } = await import('../models/endpoint-chat.ts');
const { createEndpointEmbedder } = await import('../models/endpoint-embeddings.ts');
const { createOfflineChatModel } = await import('../models/offline-chat.ts');
const { toChatModel } = await import('../models/stream-chat.ts');

const signal = new AbortController().signal;
for (const model of [
  await createEndpointChatModel(endpoint),
  createOfflineChatModel(() => 'Oui.'),
]) {
  const prompt = [{ role: 'user', content: 'Bonjour' }] as const;
  let reply = '';
  for await (const text of toChatModel('model', model, deadlines).stream(prompt, { signal })) {
    reply += text;
  }
  if (reply === '') throw new Error('no reply');
}
await createEndpointEmbedder({ ...endpoint, embeddingModel: 'embed' }, 5_000).embed(['Bonjour']);
await sleep(800); // tracing sends in the background, in batches
process.stdout.write(JSON.stringify(targets));
process.exit(0);
