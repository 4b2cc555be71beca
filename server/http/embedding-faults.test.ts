import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failing, upstream } from '../testing/ask-endpoint.ts';
import { postAnswer, readEvents } from '../testing/ask-server.ts';
import {
  createModelEndpoint,
  json,
  type ModelEndpoint,
  type Reply,
} from '../testing/model-endpoint.ts';
import { serveTutor, type ServedTutor } from '../testing/serve-tutor.ts';
import { createTrainerClient } from '../testing/trainer-client.ts';

/** The endpoint of the embeddings fails, or sends what is no vector, while students ask and while the course is indexed. */

const files = {
  'kafka.md': '# Kafka\n\nKafka est une plateforme distribuée de flux d’événements.\n',
  'spark.md': '# Spark\n\nSpark est un moteur de calcul réparti.\n',
};

let dataDir = '';
let endpoint: ModelEndpoint;
let server: ServedTutor | null = null;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'repere-vectors-'));
  endpoint = await createModelEndpoint();
});
afterEach(async () => {
  await server?.close();
  server = null;
  await endpoint.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function serve(model = 'vectors'): Promise<ServedTutor> {
  await server?.close();
  const settings = {
    OPENAI_BASE_URL: endpoint.baseUrl,
    CHAT_MODEL: 'small',
    EMBEDDING_MODEL: model,
  };
  return (server = await serveTutor({ files, dataDir, settings }));
}

/** How an answer ended. */
async function ask(url: string) {
  const events = await readEvents(await postAnswer(url, { question: 'Qu’est-ce que Kafka ?' }));
  expect(JSON.stringify(events)).not.toContain(upstream);
  return events.at(-1);
}

const vectors = (...rows: readonly unknown[]): Reply =>
  json(200, { data: rows.map((embedding, index) => ({ index, embedding })) });

/** What an endpoint does when it is asked for the vector of one text. */
const faults: Readonly<Record<string, readonly Reply[]>> = {
  'fails, twice': [failing(500), failing(500)],
  'refuses the key': [failing(401)],
  'sends no vector': [vectors()],
  'sends one too many': [vectors([1, 2, 3], [1, 2, 3])],
  'sends what is no number': [vectors([1, null, 0])],
  'sends nothing but zeros': [vectors([0, 0, 0])],
};
/** Two numbers where the index has three. */
const otherLength = vectors([1, 2]);

describe('an endpoint of embeddings that fails', () => {
  it('for a question: the course is searched by words, the answer says so, and the next one is whole again', async () => {
    const { url } = await serve();
    expect(await ask(url)).toMatchObject({ type: 'answer-end', keywordsOnly: false });
    for (const [fault, replies] of Object.entries({ ...faults, otherLength: [otherLength] })) {
      endpoint.script(...replies);
      expect({ fault, ...(await ask(url)) }).toMatchObject({ fault, keywordsOnly: true });
    }
    expect(await ask(url)).toMatchObject({ type: 'answer-end', keywordsOnly: false });
  });

  it('while the course is indexed: none of its vectors are kept, offline ones serve, trainers are told, and it is asked again', async () => {
    const { url } = await serve();
    const trainer = await createTrainerClient(server!);
    for (const [number, [fault, replies]] of Object.entries(faults).entries()) {
      endpoint.script(...replies);
      const text = `# Leçon ${number}\n\nLa leçon ${number} parle de ${fault}.\n`;
      await trainer.document('PUT', `lecon-${number}.md`, text);
      const failed = await trainer.indexed();
      expect({ fault, ...failed.ingestion }).toMatchObject({
        fault,
        stage: 'ready',
        problem: null,
      });
      expect(failed.notes.join('\n')).toMatch(
        /^The model vectors .+\. Until it answers, the vectors of the offline model serve/m,
      );
      expect(failed.notes.join()).not.toContain(upstream);
      expect(server?.tutor.opened.index.embeddingModel).toBe('random-indexing');
      expect({ fault, ...(await ask(url)) }).toMatchObject({
        fault,
        type: 'answer-end',
        fallback: false,
      });

      await trainer.post('/api/trainer/ingestion');
      expect((await trainer.indexed()).notes.join()).not.toContain('offline model');
      expect(server?.tutor.opened.index.embeddingModel).toBe('vectors');
    }
    // Another model behind the same name: what was kept of the old one is of no use, and all is embedded again.
    endpoint.script(otherLength);
    await trainer.document('PUT', 'autre.md', '# Autre\n\nUne autre leçon.\n');
    expect(await trainer.indexed()).toMatchObject({
      ...{ ingestion: { stage: 'ready', problem: null }, notes: [] },
    });
    expect(server?.tutor.opened.index.embeddingModel).toBe('vectors');
    expect(await ask(url)).toMatchObject({ type: 'answer-end', keywordsOnly: false });
  });
});

it('vectors of another model, once the settings name it, are never compared with the old ones', async () => {
  await serve('vectors');
  await serve('others');
  const embedded = endpoint.requests.filter(({ path }) => path.endsWith('/embeddings'));
  const models = embedded.map(({ body }) => (body as { readonly model: string }).model);
  expect(models).toEqual(['vectors', 'others']);
  const { opened } = server!.tutor;
  expect(opened.notes.join()).toMatch(/was made for vectors; it is made again/);
  expect(opened.index.embeddingModel).toBe('others');
  expect(await ask(server!.url)).toMatchObject({ type: 'answer-end', keywordsOnly: false });
});
