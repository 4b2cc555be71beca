import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeLiveTutor } from './compose-live-tutor.ts';
import type { ComposeOptions } from './compose.ts';
import { readConfig } from './config.ts';
import type { AnswerEvent } from './contract/answers.ts';
import { scriptedChatModel } from './testing/scripted-chat-model.ts';
import { writeFiles } from './testing/write-files.ts';
import type { ChatModel, PromptMessage } from './tutoring/chat-model.ts';

let folder = '';
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'repere-live-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const kafka = '# Kafka\n\nKafka est une plateforme distribuée de flux d’événements.\n';
const spark = '# Spark\n\nSpark est un moteur de calcul réparti pour de grands volumes.\n';

const corpus = (files: Record<string, string>) => writeFiles(join(folder, 'corpus'), files);

async function live(files: Record<string, string>, options: ComposeOptions = {}) {
  const env = { CORPUS_DIR: await corpus(files), DATA_DIR: join(folder, 'data') };
  return composeLiveTutor(readConfig(env), options);
}

async function all(events: AsyncIterable<AnswerEvent>): Promise<readonly AnswerEvent[]> {
  const read: AnswerEvent[] = [];
  for await (const event of events) read.push(event);
  return read;
}

const signal = new AbortController().signal;

/** A model that notes the system message of every prompt. */
function noting(seen: string[]): ChatModel {
  return {
    name: 'noting',
    async *stream(messages: readonly PromptMessage[]) {
      seen.push(messages[0]?.content ?? '');
      yield 'Kafka est une plateforme [[1|une plateforme distribuée]].';
    },
  };
}

describe('composeLiveTutor', () => {
  it('serves what the corpus holds after a reload, and not before', async () => {
    const tutor = await live({ 'kafka.md': kafka });
    await corpus({ 'spark.md': spark });
    expect(tutor.status().documents).toBe(1);
    await tutor.reload();
    expect(tutor.status().documents).toBe(2);
    expect(tutor.document('spark').text).toBe(spark);
    expect(tutor.opened.corpus.files.map(({ path }) => path)).toEqual(['kafka.md', 'spark.md']);
  });

  it('ends on the old parts what was under way', async () => {
    const chatModel = scriptedChatModel([
      'Kafka est une plateforme [[1|',
      50,
      'une plateforme distribuée]].',
    ]);
    const tutor = await live({ 'kafka.md': kafka }, { chatModel });
    const events = tutor.answer({ question: 'Qu’est-ce que Kafka ?' }, signal);
    const first = await events.next();
    await rm(join(folder, 'corpus', 'kafka.md'));
    await corpus({ 'spark.md': spark });
    await tutor.reload();
    expect(() => tutor.document('kafka')).toThrow();
    const rest = await all(events);
    expect(first.value?.type).toBe('sources-available');
    expect(rest.find(({ type }) => type === 'citations-available')).toMatchObject({
      citations: [{ documentId: 'kafka', quote: 'une plateforme distribuée' }],
    });
  });

  it('goes on serving the old parts when the corpus can no longer be used, and mends itself after', async () => {
    const tutor = await live({ 'kafka.md': kafka });
    await corpus({ 'spark.md': spark, 'corpus.yaml': 'documents:\n  - path: nowhere.md\n' });
    await expect(tutor.reload()).rejects.toMatchObject({ code: 'corpus-invalid' });
    expect(tutor.status().documents).toBe(1);
    await rm(join(folder, 'corpus', 'corpus.yaml'));
    await tutor.reload();
    expect(tutor.status().documents).toBe(2);
  });

  it('takes new rules, keeps them at the next reload, and goes back to its own for null', async () => {
    const seen: string[] = [];
    const tutor = await live({ 'kafka.md': kafka }, { chatModel: noting(seen) });
    const ask = () => all(tutor.answer({ question: 'Qu’est-ce que Kafka ?' }, signal));
    await ask();
    await tutor.reload({ rules: 'Réponds en une phrase.' });
    await ask();
    await tutor.reload();
    await ask();
    await tutor.reload({ rules: null });
    await ask();
    const ruled = seen.map((system) => system.includes('Réponds en une phrase.'));
    expect(ruled).toEqual([false, true, true, false]);
    expect(seen[3]).toBe(seen[0]);
  });

  it('runs reloads one after another, the last rules winning', async () => {
    const seen: string[] = [];
    const tutor = await live({ 'kafka.md': kafka }, { chatModel: noting(seen) });
    await Promise.all(['Règle un.', 'Règle deux.'].map((rules) => tutor.reload({ rules })));
    await all(tutor.answer({ question: 'Qu’est-ce que Kafka ?' }, signal));
    expect(seen[0]).toContain('Règle deux.');
  });
});
