import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createModelEndpoint,
  finish,
  json,
  type ModelEndpoint,
  texts,
} from '../testing/model-endpoint.ts';
import { createEndpointChatModel } from './endpoint-chat.ts';
import { createStructuredModel } from './structured-chat.ts';

const deadlines = { firstTokenMs: 2_000, idleMs: 2_000, totalMs: 4_000 };
const prompt = [{ role: 'user', content: 'Un brouillon' }] as const;
const options = () => ({
  schema: { name: 'critique', schema: { type: 'object' } },
  signal: new AbortController().signal,
});
const refused = json(400, { error: { message: 'response_format is not supported', code: null } });
const good = { steps: [...texts('{"criteria"', ':[]}'), ...finish()] };

let endpoint: ModelEndpoint;
beforeEach(async () => {
  endpoint = await createModelEndpoint();
});
afterEach(() => endpoint.close());

function model() {
  const settings = {
    baseUrl: endpoint.baseUrl,
    apiKey: null,
    chatModel: 'm',
    embeddingModel: null,
  };
  return createStructuredModel(
    'm',
    (format) => createEndpointChatModel(settings, format),
    deadlines,
  );
}
const formats = () =>
  endpoint.requests.map(
    ({ body }) => (body as { response_format?: { type: string } }).response_format?.type,
  );

describe('createStructuredModel', () => {
  it('asks for the JSON Schema and returns the whole reply', async () => {
    endpoint.script(good);
    expect(await model().reply(prompt, options())).toBe('{"criteria":[]}');
    expect((endpoint.requests[0]!.body as { response_format: unknown }).response_format).toEqual({
      type: 'json_schema',
      json_schema: { name: 'critique', strict: true, schema: { type: 'object' } },
    });
  });

  it('tells each piece as it comes, also of a reply that comes whole, and of the one that was taken', async () => {
    const whole = json(200, {
      choices: [{ message: { content: '{"criteria":[]}' }, finish_reason: 'stop' }],
    });
    endpoint.script(refused, good, whole);
    const asked = model();
    const told: string[] = [];
    const onText = (piece: string) => void told.push(piece);
    await asked.reply(prompt, { ...options(), onText });
    expect(told).toEqual(['{"criteria"', ':[]}']);
    await asked.reply(prompt, { ...options(), onText });
    expect(told.slice(2)).toEqual(['{"criteria":[]}']);
  });

  it('asks for a JSON object, then for text, where the endpoint refuses, and remembers', async () => {
    endpoint.script(refused, refused, good, good);
    const asked = model();
    await asked.reply(prompt, options());
    expect(formats()).toEqual(['json_schema', 'json_object', undefined]);
    await asked.reply(prompt, options());
    expect(formats().at(-1)).toBeUndefined();
    expect(endpoint.requests).toHaveLength(4);
  });

  it('gives up where it is refused whatever it asks', async () => {
    endpoint.script(refused, refused, refused);
    await expect(model().reply(prompt, options())).rejects.toMatchObject({
      code: 'model-unavailable',
    });
    expect(endpoint.requests).toHaveLength(3);
  });

  it('does not take another failure for a refusal of the format', async () => {
    endpoint.script(json(401, { error: { message: 'key' } }));
    await expect(model().reply(prompt, options())).rejects.toMatchObject({
      code: 'model-unavailable',
    });
    expect(endpoint.requests).toHaveLength(1);
  });
});
