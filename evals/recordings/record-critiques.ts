import { readFile, rename, writeFile } from 'node:fs/promises';
import { collectCritique } from '../../server/commands/collect-critique.ts';
import { critiquePromptVersion } from '../../server/critique/critique-prompt.ts';
import type { StructuredModel } from '../../server/critique/structured-model.ts';
import { loadSettings } from '../../server/terminal/load-settings.ts';
import type { CritiqueRecording } from './critique-recording.ts';

/** A line of the cases; `deviates` says how the reply leaves the rules on purpose. */
type Case = { readonly id: string; readonly task: string; readonly text: string; readonly deviates?: string };

const usage =
  'OPENAI_BASE_URL=… CHAT_MODEL=… node --import tsx evals/recordings/record-critiques.ts cases.jsonl critiques.jsonl "author"';

const [from, to, author] = process.argv.slice(2);
if (from === undefined || to === undefined || author === undefined) throw new Error(`Usage: ${usage}`);

const config = loadSettings();
const { endpoint, deadlines } = config;
if (!endpoint) throw new Error('Only an endpoint is recorded: set OPENAI_BASE_URL.');

// Imported here, because they import langchain, which reads the environment.
const { composeTutor } = await import('../../server/compose.ts');
const { createEndpointChatModel } = await import('../../server/models/endpoint-chat.ts');
const { createStructuredModel } = await import('../../server/models/structured-chat.ts');

const cases = (await readFile(from, 'utf8'))
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Case);

async function record({ id, task, text, deviates }: Case): Promise<CritiqueRecording> {
  const exchanges: CritiqueRecording['exchanges'] = [];
  const asked = createStructuredModel(endpoint!.chatModel, (format) => createEndpointChatModel(endpoint!, format), deadlines);
  const noting: StructuredModel = {
    name: asked.name,
    reply: async (messages, options) => {
      const reply = await asked.reply(messages, options);
      exchanges.push({ messages: messages.map((one) => ({ ...one })), reply });
      return reply;
    },
  };
  const tutor = await composeTutor(config, { structuredModel: noting });
  const { critique, model } = await collectCritique(
    tutor.critique({ task, text }, new AbortController().signal),
  );
  return {
    id,
    task,
    text,
    promptVersion: critiquePromptVersion,
    author: author!,
    recordedAt: new Date().toISOString(),
    ...(deviates !== undefined && { deviates }),
    exchanges,
    model,
    dropped: critique.dropped,
    criteria: Object.fromEntries(critique.criteria.map(({ criterion, finding }) => [criterion, finding])),
    findings: critique.findings.map((one) => one.id),
  };
}

const recorded = await Promise.all(cases.map(record));
await writeFile(`${to}.part`, recorded.map((one) => `${JSON.stringify(one)}\n`).join(''));
await rename(`${to}.part`, to);
console.error(`Recorded ${recorded.length} critiques.`);
