import { request } from 'node:http';
import {
  createModelEndpoint,
  type ModelEndpoint,
  texts,
} from '../../../server/testing/model-endpoint.ts';
import { serveTutor } from '../../../server/testing/serve-tutor.ts';
import { createStudentClient, type StudentClient } from '../../../server/testing/student-client.ts';

/** How long what ends early takes, in milliseconds; each as often as it was tried. */
export type RefusalTimes = {
  /** A body of 20 MB, from its header to the refusal. */
  readonly largeBodyMs: readonly number[];
  /** JSON of 250,000 brackets, sent whole. */
  readonly deepJsonMs: readonly number[];
  /** From the student's stop to the end of the call upstream. */
  readonly stopMs: readonly number[];
};

const tries = 10;

/** Times them on a server with a small course and an endpoint that never ends a reply. */
export async function measureRefusals(): Promise<RefusalTimes> {
  const endpoint = await createModelEndpoint();
  endpoint.script(
    ...Array.from({ length: tries }, () => ({ steps: [...texts('Un début. '), 'stall' as const] })),
  );
  const server = await serveTutor({
    files: { 'kafka.md': '# Kafka\n\nKafka est une plateforme distribuée.\n' },
    settings: { OPENAI_BASE_URL: endpoint.baseUrl, CHAT_MODEL: 'stalls' },
  });
  try {
    const student = await createStudentClient(server.url);
    const { cookie } = student;
    const deep = '['.repeat(125_000) + ']'.repeat(125_000);
    const large = () => timeRefusal(`${server.url}/api/answers`, cookie, { length: 20_000_000 });
    const nested = () => timeRefusal(`${server.url}/api/critiques`, cookie, { body: deep });
    await large(); // what is only needed once
    await nested();
    return {
      largeBodyMs: await several(large),
      deepJsonMs: await several(nested),
      stopMs: await several(() => timeStop(student, endpoint)),
    };
  } finally {
    await server.close();
    await endpoint.close();
  }
}

async function several(time: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let n = 0; n < tries; n += 1) times.push(await time());
  return times;
}

/** Sends a body, or only how long it would be, until the server answers. */
function timeRefusal(
  address: string,
  cookie: string,
  { body, length = body?.length ?? 0 }: { readonly body?: string; readonly length?: number },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const headers = { cookie, 'content-type': 'application/json', 'content-length': length };
    const sent = request(address, { method: 'POST', headers }, (response) => {
      const took = performance.now() - started;
      sent.destroy();
      if (response.statusCode === 413 || response.statusCode === 400) resolve(took);
      else reject(new Error(`The body was answered with ${response.statusCode}.`));
    });
    sent.once('error', () => {}); // it is cut off above
    sent.flushHeaders();
    if (body !== undefined) sent.end(body);
  });
}

async function timeStop(student: StudentClient, endpoint: ModelEndpoint): Promise<number> {
  const streaming = await student.post({ question: 'Qu’est-ce que Kafka ?' });
  let text = '';
  const reader = streaming.body!.pipeThrough(new TextDecoderStream()).getReader();
  while (!text.includes('text-delta')) text += (await reader.read()).value ?? '';
  const started = performance.now();
  await student.send('POST', `/api/turns/${/"turnId":"([^"]+)"/.exec(text)?.[1]}/stop`);
  const call = endpoint.requests.at(-1);
  while (call?.abandonedAt === null) await new Promise((resolve) => setImmediate(resolve));
  await reader.cancel();
  return (call?.abandonedAt ?? Infinity) - started;
}
