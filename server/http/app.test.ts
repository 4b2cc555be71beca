import { request } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorBody } from '../contract/course.ts';
import type { Log, LogFields } from '../log.ts';
import { enterAsStudent, postAnswer } from '../testing/ask-server.ts';
import { serveTutor, type ServedTutor } from '../testing/serve-tutor.ts';
import { writeFiles } from '../testing/write-files.ts';

const lesson = '# Kafka\n\nKafka est une plateforme distribuée de flux d’événements.\n';
const logged: { event: string; fields: LogFields }[] = [];
const record = (event: string, fields: LogFields = {}) => void logged.push({ event, fields });
const log: Log = { debug: record, info: record, warn: record, error: record };

let folder = '';
let server: ServedTutor;
let cookie = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-page-'));
  const webDir = await writeFiles(folder, {
    'index.html': '<!doctype html><title>Repère</title>',
    'assets/app-1a2b.js': 'export const long = "'.padEnd(5_000, 'x') + '";',
    '.sources': 'secret',
  });
  server = await serveTutor({ files: { 'kafka.md': lesson }, webDir, log });
  cookie = await enterAsStudent(server.url);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const post = (body: unknown, headers?: Record<string, string>) =>
  postAnswer(server.url, body, headers && { headers });

describe('POST /api/answers', () => {
  const broken = Buffer.from([...Buffer.from('{"question":"caf'), 0xe9, ...Buffer.from('"}')]);
  const question = (text: string) => ({ question: text });

  it.each<[string, unknown, number, string, RegExp]>([
    ['an empty question', question(' \n'), 400, 'bad-request', /empty/],
    ['no question', {}, 400, 'bad-request', /question is missing/],
    ['a question that is no text', { question: 3 }, 400, 'bad-request', /question is missing/],
    ['a body that is a list', [], 400, 'bad-request', /not a JSON object/],
    ['no body', '', 400, 'bad-request', /question is missing/],
    ['a history', { question: 'a', history: [] }, 400, 'bad-request', /unknown field, “history”/],
    ['a foreign id', { question: 'a', conversationId: '1' }, 400, 'bad-request', /conversationId/],
    ['another language', { question: 'a', language: 'de' }, 400, 'bad-request', /"fr" nor "en"/],
    ['JSON that is cut', '{"question":', 400, 'bad-request', /not valid JSON/],
    ['a bare JSON text', '"question"', 400, 'bad-request', /not valid JSON/],
    ['broken UTF-8', broken, 400, 'bad-request', /body .* not valid UTF-8/],
    ['a binary question', question('\u0000\u0001PK'), 400, 'bad-request', /control characters/],
    ['half an emoji', '{"question":"\\ud83d"}', 400, 'bad-request', /not valid UTF-8/],
    ['4,001 characters', question('é'.repeat(4_001)), 413, 'question-too-long', /4001 .* 4000/],
    ['70 kB', question('a'.repeat(70_000)), 413, 'too-large', /64 kB/],
    ['deep JSON', '['.repeat(60_000), 400, 'bad-request', /not valid JSON/],
    ['a field __proto__', '{"question":"a","__proto__":{}}', 400, 'bad-request', /unknown field/],
  ])('refuses %s', async (_name, body, status, code, message) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
    const refused = (await response.json()) as ErrorBody;
    expect(refused).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(refused.retryable).toBe(false);
    expect(refused.requestId).toBe(response.headers.get('x-request-id'));
  });

  it.each([
    ['text/plain', {}],
    ['application/x-www-form-urlencoded', {}],
    ['application/json; charset=latin1', {}],
    ['application/json', { 'content-encoding': 'gzip' }],
  ])('refuses the content type %s %j', async (type, headers) => {
    const response = await post('{"question":"Kafka ?"}', { 'content-type': type, ...headers });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ code: 'unsupported-media-type' });
  });

  it('accepts 4,000 characters, and a body whose JSON is escaped', async () => {
    expect((await post(question('é'.repeat(4_000)))).status).toBe(200);
    expect((await post('{"question":"\\u00c9t\\u00e9 ?"}')).status).toBe(200);
  });

  it('answers any body with a status and a code, never with 500', async () => {
    const body = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.uint8Array(),
      fc.record({ question: fc.anything(), language: fc.anything() }).map((r) => JSON.stringify(r)),
    );
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const response = await post(sent ?? '');
        await response.text();
        expect(response.status).not.toBe(500);
      }),
      { numRuns: 60 },
    );
  });

  it('logs neither question nor field', async () => {
    logged.length = 0;
    await (await post(question('Qu’est-ce que le secret-de-kafka ?'))).text();
    await (await post({ question: 'a', 'secret-field': 1 })).text();
    expect(logged.map(({ event }) => event)).toEqual(['answer-end', 'request-refused']);
    expect(JSON.stringify(logged)).not.toContain('secret');
    expect(logged[1]?.fields).toEqual({ code: 'bad-request', requestId: expect.any(String) });
  });
});

describe('the other addresses', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(server.url + path, { headers: { cookie, ...headers } });

  it('gives a document, in which the citations count', async () => {
    const response = await get('/api/documents/kafka');
    expect(await response.json()).toMatchObject({ id: 'kafka', text: lesson, firstLine: 1 });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('tells which models serve', async () => {
    expect(await (await get('/api/status')).json()).toMatchObject({
      mode: 'offline',
      documents: 1,
    });
  });

  it.each(['/api/documents/none', '/api/none', '/api', '/assets/gone.js', '/api/answers'])(
    'answers %s with 404 in JSON',
    async (path) => {
      const response = await get(path, { accept: 'text/html' });
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'not-found' });
    },
  );

  it.each(['/api/documents/%ff', '/%c0%ae%c0%ae/etc/passwd'])('refuses %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'bad-request' });
  });

  it.each(['/', '/index.html', '/some/where', '/.sources'])(
    'opens the page at %s',
    async (path) => {
      const response = await get(path, { accept: 'text/html' });
      expect(await response.text()).toContain('<title>Repère</title>');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('lets hashed files be kept, and compresses them', async () => {
    const response = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  it('says what to do when the page was not built', async () => {
    const bare = await serveTutor({ files: { 'a.md': lesson }, webDir: join(folder, 'none') });
    const response = await fetch(bare.url);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ message: expect.stringContaining('npm start') });
    await bare.close();
  });

  it('tells a person who opens an address that is not its own, in both languages and without markup of theirs', async () => {
    const page = await new Promise<string>((resolve, reject) => {
      const headers = { accept: 'text/html', host: 'elsewhere.example' };
      const sent = request(`${server.url}/?<b>`, { headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve(`${response.statusCode} ${text}`));
      });
      sent.on('error', reject).end();
    });
    expect(page).toMatch(/^403 /);
    expect(page).toContain('Cette adresse n’est pas celle de Repère.');
    expect(page).toContain('<p lang="en">This is not the address of Repère.');
    expect(page).toContain('set HOST or PUBLIC_URL');
    expect(page).not.toContain('<b>');
  });

  it('sends the security headers everywhere', async () => {
    // Page, API, refusals of every sort, file, and an answer.
    const answers = [
      ...['/', '/some/where', '/api/status', '/api/none', '/assets/app-1a2b.js', '/%c0%ae'].map(
        (path) => get(path),
      ),
      get('/api/tasks', { cookie: '' }),
      post({ question: '' }),
      post({ question: 'Bonjour' }),
      post({ question: 'Bonjour' }, { origin: 'https://evil.example' }),
      post('{', { 'content-type': 'text/plain' }),
    ];
    for (const { headers, url, status } of await Promise.all(answers)) {
      const policy = (headers.get('content-security-policy') ?? '').split(';').toSorted();
      expect([url, status, ...policy]).toEqual([
        ...[url, status],
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "script-src 'self'",
        "style-src 'self'",
      ]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'refuses the body of a form, %s, also where none is read',
    async (type) => {
      for (const path of ['/api/student/recovery-code', '/api/session/student']) {
        const headers = { cookie, 'content-type': type };
        const sent = await fetch(server.url + path, { method: 'POST', headers, body: 'a=b' });
        expect([path, sent.status]).toEqual([path, 415]);
      }
    },
  );
});

describe('requests of other sites', () => {
  /** `fetch` does not let a caller set these headers. */
  const send = (method: string, path: string, headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const body = method === 'POST' ? '{"question":"Bonjour"}' : '';
      const type = {
        cookie,
        'content-type': 'application/json',
        'content-length': `${body.length}`,
      };
      const sent = request(server.url + path, { method, headers: { ...type, ...headers } });
      sent.on('error', reject).on('response', (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      });
      sent.end(body);
    });

  it.each<[Record<string, string>, number]>([
    [{}, 200],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'none' }, 200],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ host: 'tutor.localhost:3000', origin: 'http://tutor.localhost:3000' }, 200],
    [{ host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, 200],
    [{ host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3001' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
  ])('answers a question with %j by %i', async (headers, status) => {
    expect(await send('POST', '/api/answers', headers)).toBe(status);
  });

  it.each<[string, number]>([
    ['127.0.0.1', 200],
    ['localhost:8080', 200],
    ['LOCALHOST', 200],
    ['192.168.1.20:3000', 200],
    ['[::1]:3000', 200],
    ['evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['localhost.evil.example', 403],
    ['evil.example:3000', 403],
    ['a b', 403],
  ])('answers under the name %s with %i', async (host, status) => {
    expect(await send('GET', '/api/status', { host })).toBe(status);
  });

  it('says that another site’s request is forbidden, and what to do', async () => {
    const response = await post({ question: 'Kafka ?' }, { origin: 'https://evil.example' });
    const body = (await response.json()) as ErrorBody;
    expect(body).toMatchObject({ code: 'forbidden', retryable: false });
    expect(body.message).toMatch(/only the page of this server may send it\.$/);
  });
});
