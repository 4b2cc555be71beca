import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { loadSettings } from '../../server/terminal/load-settings.ts';
import { queryToolsFor } from '../bench/query-tools.ts';
import { recordConversation, type RecordedCase } from './record-conversation.ts';
import type { Recording } from './recording.ts';
import { recordingModel, type RecordedCall } from './recording-model.ts';

/** Conversations played at once, so that whoever writes the replies sees many prompts together. */
const atOnce = 64;

const usage =
  'OPENAI_BASE_URL=… CHAT_MODEL=… node --import tsx evals/recordings/record-answers.ts cases.jsonl answers.jsonl [--unguarded]';

const [from, to, option] = process.argv.slice(2);
if (from === undefined || to === undefined || (option ?? '--unguarded') !== '--unguarded') {
  throw new Error(`Usage: ${usage}`);
}

const config = loadSettings();
if (!config.endpoint) throw new Error('Only an endpoint is recorded: set OPENAI_BASE_URL.');

// Imported here, because they import langchain, which reads the environment.
const { composeLiveTutor } = await import('../../server/compose-live-tutor.ts');
const { toChatModel } = await import('../../server/models/stream-chat.ts');
const { createEndpointChatModel } = await import('../../server/models/endpoint-chat.ts');
const { unguardedTutor } = await import('./unguarded-tutor.ts');

const { endpoint, deadlines } = config;
const calls = new AsyncLocalStorage<RecordedCall[]>();
const model = toChatModel(endpoint.chatModel, await createEndpointChatModel(endpoint), deadlines);
const chatModel = recordingModel(model, calls);
const composed = await composeLiveTutor(config, { chatModel });
const tools = await queryToolsFor(composed.opened.index.keywords, { field: 'ours' });
const tutor = option ? unguardedTutor({ tutor: composed, tools }, chatModel) : composed;

const cases = (await readFile(from, 'utf8'))
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as RecordedCase);

const recorded: (readonly Recording[])[] = [];
let next = 0;
let failed = 0;
await Promise.all(
  Array.from({ length: Math.min(atOnce, cases.length) }, async () => {
    for (let at = next++; at < cases.length; at = next++) {
      const one = cases[at]!;
      try {
        recorded[at] = await recordConversation(tutor, one, calls);
      } catch (error) {
        failed += 1;
        console.error(`${one.id} was not recorded: ${String(error)}`);
      }
    }
  }),
);

const lines = recorded.flat().map((recording) => `${JSON.stringify(recording)}\n`);
await writeFile(`${to}.part`, lines.join(''));
await rename(`${to}.part`, to);
console.error(
  `Recorded ${lines.length} replies of ${cases.length} conversations; ${failed} failed.`,
);
process.exitCode = failed > 0 ? 1 : 0;
