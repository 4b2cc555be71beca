import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveTutor, type ServedTutor } from '../testing/serve-tutor.ts';

/** Behind a proxy that speaks TLS: what the settings PUBLIC_URL and TRUST_PROXY change. */

let server: ServedTutor;
beforeAll(async () => {
  server = await serveTutor({
    files: { 'kafka.md': '# Kafka\n\nKafka est une plateforme.\n' },
    settings: { PUBLIC_URL: 'https://tutor.example', TRUST_PROXY: '1' },
  });
});
afterAll(() => server.close());

type Answer = {
  readonly status: number;
  readonly cookies: readonly string[];
  readonly hsts: string | undefined;
  readonly body: string;
};

/** `fetch` does not let a caller set Host and Origin. */
const send = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
) =>
  new Promise<Answer>((resolve, reject) => {
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = request(server.url + path, { method, headers: { ...type, ...headers } });
    sent.on('error', reject).on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => void (text += part));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          cookies: response.headers['set-cookie'] ?? [],
          hsts: response.headers['strict-transport-security'],
          body: text,
        });
      });
    });
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });

const enter = (headers: Readonly<Record<string, string>> = {}) =>
  send(
    'POST',
    '/api/session/trainer',
    { host: 'tutor.example', ...headers },
    {
      token: server.trainerToken,
    },
  );

describe('behind TLS', () => {
  it('ties the cookie to the host, to TLS and to our own pages, out of reach of scripts', async () => {
    const { status, cookies } = await enter();
    expect(status).toBe(200);
    expect(cookies).toHaveLength(1);
    const [pair = '', ...attributes] = (cookies[0] ?? '').split('; ');
    expect(pair).toMatch(/^__Host-repere-trainer=[\w-]{43}$/);
    for (const one of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) {
      expect(attributes).toContain(one);
    }
    expect(attributes.join()).not.toContain('Domain');
  });

  it('counts a cookie of the full name only, since a neighbouring host can plant the other', async () => {
    const { cookies } = await enter();
    const [pair = ''] = (cookies[0] ?? '').split(';');
    const session = (cookie: string) =>
      send('GET', '/api/session', { host: 'tutor.example', cookie });
    expect((await session(pair)).body).toContain('"trainer":true');
    expect((await session(pair.replace('__Host-', ''))).body).toContain('"trainer":false');
  });

  it('clears the cookie with the attributes that it was set with', async () => {
    const { cookies } = await send('DELETE', '/api/session', { host: 'tutor.example' });
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-repere-(student|trainer)=; .*Path=\/; .*1970/);
      expect(cookie).toMatch(/HttpOnly; Secure; SameSite=Strict$/);
    }
  });

  it('asks browsers for TLS only, for a year, on every answer', async () => {
    for (const path of ['/', '/api/session', '/api/none']) {
      const { hsts } = await send('GET', path, { host: 'tutor.example' });
      expect(hsts).toBe('max-age=31536000');
    }
  });

  it.each<[Record<string, string>, number]>([
    [{ origin: 'https://tutor.example' }, 200],
    [{ origin: 'https://tutor.example', host: '127.0.0.1:3000' }, 200],
    [{ origin: 'https://tutor.example', host: 'upstream' }, 403],
    [{ origin: 'https://tutor.example:8443' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'http://tutor.example' }, 403],
    [{ host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, 200],
    [{ origin: 'https://tutor.example.evil.example' }, 403],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://tutor.example' }, 403],
    [{ host: 'evil.example' }, 403],
  ])('answers %j with %i', async (headers, status) => {
    expect((await enter(headers)).status).toBe(status);
  });

  it('opens no class without a code, although it listens on this machine only', async () => {
    const session = await send('GET', '/api/session', { host: 'tutor.example' });
    expect(session.body).toContain('"openClass":null');
    const code = server.service.firstSecrets.classCode?.code;
    const into = (body: unknown) =>
      send('POST', '/api/session/student', { host: 'tutor.example' }, body);
    expect((await into({})).status).toBe(401);
    expect((await into({ code })).status).toBe(200);
  });
});
