import { afterEach, describe, expect, it } from 'vitest';
import type { ErrorBody } from '../contract/course.ts';
import { createApiClient } from '../testing/api-client.ts';
import { serveTutor, type ServedTutor } from '../testing/serve-tutor.ts';
import { wideLimits } from '../testing/wide-limits.ts';
import { connectionLimits, type Limits, usualLimits } from './limits.ts';

const files = { 'kafka.md': '# Kafka\n\nKafka est une plateforme.\n' };
const windowMs = 40_000;

let server: ServedTutor | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function serve(limits: Partial<Limits>, settings: Record<string, string> = {}) {
  server = await serveTutor({ files, limits: { ...wideLimits, ...limits }, settings });
  const { url, trainerToken } = server;
  return { url, trainerToken, client: (ip?: string) => createApiClient(url, forwarded(ip)) };
}

const forwarded = (ip?: string): Record<string, string> =>
  ip === undefined ? {} : { 'x-forwarded-for': ip };

type Sent = { readonly status: number; readonly body: ErrorBody; readonly retryAfter: number };

async function read(response: Response): Promise<Sent> {
  const retryAfter = Number(response.headers.get('retry-after'));
  const json = response.headers.get('content-type')?.startsWith('application/json');
  const text = await response.text();
  return {
    status: response.status,
    body: (json ? JSON.parse(text) : {}) as ErrorBody,
    retryAfter,
  };
}

const statuses = async (count: number, send: () => Promise<Response>) => {
  const all: number[] = [];
  for (let n = 0; n < count; n += 1) all.push((await read(await send())).status);
  return all;
};

describe('limits', () => {
  it('say when to come back, in a header and in the sentence', async () => {
    const { client } = await serve({ questions: [{ limit: 2, windowMs }] });
    const one = client();
    await one.call('POST', '/api/session/student', {});
    const ask = () => one.call('POST', '/api/answers', { question: 'Bonjour' });
    expect(await statuses(2, ask)).toEqual([200, 200]);
    const { status, body, retryAfter } = await read(await ask());
    expect(status).toBe(429);
    expect(body).toMatchObject({ code: 'too-many-requests', retryable: true });
    expect(retryAfter).toBeGreaterThan(30);
    expect(retryAfter).toBeLessThanOrEqual(40);
    expect(body.message).toBe(
      `You have asked 2 questions within a minute; try again in ${retryAfter} seconds.`,
    );
    // Another student of the same address is not kept waiting.
    const other = client();
    await other.call('POST', '/api/session/student', {});
    const theirs = await other.call('POST', '/api/answers', { question: 'Bonjour' });
    expect((await read(theirs)).status).toBe(200);
  });

  it('hold drafts, and questions of a day apart from those of a minute', async () => {
    const { client } = await serve({
      questions: [
        { limit: 9, windowMs },
        { limit: 1, windowMs: 86_400_000 },
      ],
      drafts: [{ limit: 1, windowMs }],
    });
    const one = client();
    await one.call('POST', '/api/session/student', {});
    const ask = () => one.call('POST', '/api/answers', { question: 'Bonjour' });
    await read(await ask());
    expect((await read(await ask())).body.message).toMatch(
      /within a day; try again in 24 hours\.$/,
    );
    const send = () => one.call('POST', '/api/critiques', { task: 'none', text: 'x' });
    expect(await statuses(2, send)).toEqual([404, 429]);
  });

  it('hold one caller, and a whole address, whoever is in', async () => {
    const { client } = await serve({
      requests: { perAddress: { limit: 9, windowMs }, perCaller: { limit: 3, windowMs } },
    });
    const one = client();
    await one.call('POST', '/api/session/student', {});
    const get = () => one.call('GET', '/api/tasks');
    expect(await statuses(4, get)).toEqual([200, 200, 200, 429]);
    expect(await statuses(5, () => client().call('GET', '/api/session'))).toEqual([
      ...[200, 200, 200, 200, 429],
    ]);
    // The page itself still opens.
    expect((await fetch(server?.url ?? '')).status).not.toBe(429);
  });

  it('hold entries of one address', async () => {
    const { client } = await serve({ entries: { limit: 2, windowMs } });
    const enter = () => client().call('POST', '/api/session/student', {});
    expect(await statuses(3, enter)).toEqual([200, 200, 429]);
  });

  it('keep who guesses codes out, and not the trainer of the same address', async () => {
    const rate = { limit: 3, windowMs };
    const { client, trainerToken } = await serve({ guesses: { perAddress: rate, inAll: rate } });
    const one = client();
    const guess = (path: string) => () =>
      one.call('POST', `/api/session/${path}`, { code: 'ABCD-EFGH-JKLM' });
    expect(await statuses(2, guess('student'))).toEqual([401, 401]);
    expect(await statuses(2, guess('pseudonyms'))).toEqual([401, 429]);
    const recover = () => one.call('POST', '/api/session/recover', { recoveryCode: 'x' });
    const refused = await read(await recover());
    expect(refused.status).toBe(429);
    expect(refused.retryAfter).toBeGreaterThan(30);
    const enter = () => one.call('POST', '/api/session/trainer', { token: trainerToken });
    expect(await statuses(1, enter)).toEqual([200]);
  });
});

describe('an address', () => {
  const requests = {
    perAddress: { limit: 2, windowMs },
    perCaller: { limit: 99, windowMs },
  };

  it('is not what a client says, without a proxy', async () => {
    const { client } = await serve({ requests });
    const get = (ip: string) => () => client(ip).call('GET', '/api/session');
    expect(await statuses(2, get('192.0.2.1'))).toEqual([200, 200]);
    expect(await statuses(1, get('192.0.2.2'))).toEqual([429]);
  });

  it('is what the last proxy says, not what the client told it', async () => {
    const { client } = await serve({ requests }, { TRUST_PROXY: '1' });
    const get = (ip: string) => () => client(ip).call('GET', '/api/session');
    expect(await statuses(2, get('192.0.2.1'))).toEqual([200, 200]);
    expect(await statuses(1, get('192.0.2.2'))).toEqual([200]);
    expect(await statuses(1, get('198.51.100.7, 192.0.2.1'))).toEqual([429]);
  });
});

describe('the usual limits', () => {
  it('let a class of forty enter, look around and ask at once behind one address', () => {
    expect(usualLimits.entries.limit).toBeGreaterThan(3 * 40);
    expect(usualLimits.requests.perAddress.limit).toBeGreaterThan(40 * 30);
    expect(usualLimits.requests.perCaller.limit).toBeGreaterThan(100);
    expect(connectionLimits.maxConnections).toBeGreaterThan(1_000);
  });

  it('let forty students enter at the same moment, though fifteen mistype the code first', async () => {
    const { client, trainerToken } = await serve(usualLimits);
    const trainer = client();
    await trainer.call('POST', '/api/session/trainer', { token: trainerToken });
    const made = await trainer.call('POST', '/api/trainer/classes', { name: 'Lyon' });
    const { code } = (await made.json()) as { code: string };
    const all = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        const one = client();
        const first = n < 15 ? await one.call('POST', '/api/session/student', { code: 'x' }) : null;
        const second = await one.call('POST', '/api/session/student', { code });
        return [first?.status ?? 401, second.status];
      }),
    );
    expect(new Set(all.map(String))).toEqual(new Set(['401,200']));
  });
});
