import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerEvent } from '../contract/answers.ts';
import { createLog } from '../log.ts';
import { failing, upstream } from '../testing/ask-endpoint.ts';
import { readNumberedEvents } from '../testing/ask-server.ts';
import {
  createModelEndpoint,
  event,
  finish,
  json,
  type ModelEndpoint,
  type Reply,
  texts,
} from '../testing/model-endpoint.ts';
import { serveTutor, type ServedTutor } from '../testing/serve-tutor.ts';
import { createStudentClient, type StudentClient } from '../testing/student-client.ts';

/**
 * Each fault of the model endpoint, seen by a student over real sockets: exactly one end, an offline answer where nothing
 * had been shown, what came where something had, and no word of the endpoint, the prompt or the key anywhere.
 */

const key = 'sk-never-to-be-seen';
const prompted = 'tombouctou';
const sentence = `Kafka est une plateforme distribuée de flux d’événements, dit ${prompted}.`;
let logged = '';
let endpoint: ModelEndpoint;
let server: ServedTutor;
let student: StudentClient;
beforeAll(async () => {
  endpoint = await createModelEndpoint();
  server = await serveTutor({
    files: { 'kafka.md': `# Kafka\n\n${sentence}\n` },
    log: createLog('trace', { write: (line: string) => void (logged += line) }),
    settings: {
      ...{ OPENAI_BASE_URL: endpoint.baseUrl, OPENAI_API_KEY: key, CHAT_MODEL: 'small' },
      ...{ FIRST_TOKEN_TIMEOUT_MS: '700', IDLE_TIMEOUT_MS: '700', TOTAL_TIMEOUT_MS: '2500' },
    },
  });
  student = await createStudentClient(server.url);
});
afterAll(async () => {
  await server.close();
  await endpoint.close();
});

type Seen = { readonly ends: readonly AnswerEvent[]; readonly text: string };

async function ask(): Promise<Seen> {
  const response = await student.post({ question: 'Qu’est-ce que Kafka ?' });
  expect(response.status).toBe(200);
  const events = (await readNumberedEvents(response)).map((one) => one.event);
  const said = events.filter(({ type }) => type !== 'sources-available');
  for (const secret of [key, upstream, 'SQLITE', '    at ']) {
    expect(JSON.stringify(said)).not.toContain(secret);
  }
  const ends = events.filter(({ type }) => ['answer-end', 'error', 'stopped'].includes(type));
  expect(ends).toHaveLength(1);
  expect(events.at(-1)).toBe(ends[0]);
  const text = events.map((one) => (one.type === 'text-delta' ? one.delta : '')).join('');
  return { ends: ends as readonly AnswerEvent[], text };
}

/** Answers in between keep the breaker closed, which has a test of its own. */
async function recover(): Promise<void> {
  for (let n = 0; n < 2; n += 1) {
    expect((await ask()).ends).toMatchObject([{ type: 'answer-end', fallback: false }]);
  }
}

const begun = texts('Kafka est une plateforme. ', 'Elle garde');

describe('an endpoint that fails before a word was shown', () => {
  it.each<[string, readonly Reply[]]>([
    ['cuts the connection, twice', [{ steps: ['cut'] }, { steps: ['cut'] }]],
    ['sends no headers', [{ before: 'stall', steps: [] }]],
    ['sends headers and nothing more', [{ steps: ['stall'] }]],
    [
      'sends a web page',
      [{ headers: { 'content-type': 'text/html' }, steps: [{ send: upstream }] }],
    ],
    ['sends nothing', [{ steps: [] }]],
    ['sends an error frame, twice', [errorFrame(), errorFrame()]],
    ['asks to wait long', [failing(429, {}, { 'retry-after': '60' })]],
    ['refuses the key', [failing(401)]],
    ['does not know the model', [failing(404)]],
    ['finds the prompt too long', [failing(400, { code: 'context_length_exceeded' })]],
    ['fails inside, twice', [failing(500), failing(500)]],
    ['filters the reply', [{ steps: finish('content_filter') }]],
    ['leads elsewhere', [{ status: 307, headers: { location: 'http://10.0.0.1/' }, steps: [] }]],
    ['sends other JSON', [json(200, { models: [upstream] })]],
  ])('and %s: the offline model answers, and says so', async (_, replies) => {
    endpoint.script(...replies);
    const started = endpoint.requests.length;
    const { ends, text } = await ask();
    expect(ends).toMatchObject([{ type: 'answer-end', decision: 'answer', fallback: true }]);
    expect(text).toContain(sentence.slice(0, 40));
    expect(endpoint.requests.length - started).toBe(replies.length);
    await recover();
  });
});

describe('an endpoint that fails after some words', () => {
  it.each<[string, Reply['steps']]>([
    ['stalls', ['stall']],
    ['cuts the connection', [{ waitMs: 20 }, 'cut']],
    ['ends without saying that it has', []],
    ['sends half an event', [{ send: `data: {"choices":[{"delta":{"content":"${upstream}` }]],
    ['sends an error frame', errorFrame().steps],
    ['reaches its greatest length', finish('length')],
    ['sends an endless event', [{ send: `data: "${'x'.repeat(2 ** 21)}"\n\n` }]],
  ])('and %s: what came is kept, marked, and never ended by another model', async (_, steps) => {
    endpoint.script({ steps: [...begun, ...steps] });
    const { ends, text } = await ask();
    expect(ends).toMatchObject([{ type: 'error', code: 'model-interrupted', retryable: true }]);
    expect(text).toContain('Kafka est une plateforme.');
    expect(text).not.toContain(sentence.slice(0, 40));
    await recover();
  });
});

it('is logged by its kind alone', () => {
  expect(logged).toContain('"kind":"timeout"');
  for (const secret of [key, upstream, prompted, 'Qu’est-ce que', '10.0.0.1']) {
    expect(logged).not.toContain(secret);
  }
});

function errorFrame(): Reply {
  return { steps: [event({ error: { message: `${upstream} ${key}`, code: 500 } })] };
}
