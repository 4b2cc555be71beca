import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EndpointView } from '../../../contract/oversight.ts';
import { postAnswer, readEvents } from '../../../testing/ask-server.ts';
import { failing, upstream } from '../../../testing/ask-endpoint.ts';
import { createModelEndpoint, type ModelEndpoint } from '../../../testing/model-endpoint.ts';
import { serveTutor, type ServedTutor } from '../../../testing/serve-tutor.ts';
import { createTrainerClient } from '../../../testing/trainer-client.ts';

let endpoint: ModelEndpoint;
let server: ServedTutor;
beforeEach(async () => {
  endpoint = await createModelEndpoint();
  server = await serveTutor({
    files: { 'kafka.md': '# Kafka\n\nKafka est une plateforme distribuée de flux d’événements.\n' },
    settings: {
      OPENAI_BASE_URL: endpoint.baseUrl,
      CHAT_MODEL: 'small',
      OPENAI_API_KEY: 'sk-secret',
    },
  });
});
afterEach(async () => {
  await server.close();
  await endpoint.close();
});

describe('/api/trainer/endpoint', () => {
  it('tells trainers that the key is wrong, while students get an offline answer', async () => {
    const trainer = await createTrainerClient(server);
    const view = () => trainer.get<EndpointView>('/api/trainer/endpoint');
    const host = new URL(endpoint.baseUrl).host;
    expect(await view()).toEqual({ state: 'unknown', model: 'small', host, checkedAt: null });
    endpoint.script(failing(401));
    const events = await readEvents(
      await postAnswer(server.url, { question: 'Qu’est-ce que Kafka ?' }),
    );
    expect(events.at(-1)).toMatchObject({ type: 'answer-end', fallback: true, model: 'offline' });
    const told = await view();
    expect(told).toMatchObject({ state: 'key-wrong', host, checkedAt: expect.any(String) });
    expect(JSON.stringify([told, events])).not.toMatch(new RegExp(`sk-secret|${upstream}`));
    const checked = (await (
      await trainer.post('/api/trainer/endpoint/check')
    ).json()) as EndpointView;
    expect(checked.state).toBe('ready');
  });

  it('keeps what it knows, and its rest, when the course is indexed anew', async () => {
    const trainer = await createTrainerClient(server);
    endpoint.script(failing(402));
    await readEvents(await postAnswer(server.url, { question: 'Qu’est-ce que Kafka ?' }));
    const calls = endpoint.requests.length;
    await trainer.post('/api/trainer/ingestion');
    await trainer.indexed();
    expect(await trainer.get('/api/trainer/endpoint')).toMatchObject({ state: 'quota' });
    const started = performance.now();
    const events = await readEvents(
      await postAnswer(server.url, { question: 'Qu’est-ce que Kafka ?' }),
    );
    expect(events.at(-1)).toMatchObject({ type: 'answer-end', fallback: true });
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(endpoint.requests).toHaveLength(calls);
  });
});
