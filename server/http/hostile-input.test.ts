import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorBody } from '../contract/course.ts';
import type { ApiClient } from '../testing/api-client.ts';
import { enterAs } from '../testing/enter-as.ts';
import { serveTutor, type ServedTutor } from '../testing/serve-tutor.ts';
import { apiRoutes } from './app.ts';
import type { Route } from './route.ts';

/** Every route of the API, with what no honest client sends: it is refused in one sentence, and never with 500. */

let server: ServedTutor;
let routes: readonly Route[];
let clients: Readonly<Record<'student' | 'trainer', ApiClient>>;
beforeAll(async () => {
  server = await serveTutor({ files: { 'kafka.md': '# Kafka\n\nKafka est une plateforme.\n' } });
  routes = apiRoutes(server.dependencies);
  clients = {
    student: await enterAs(server, 'student'),
    trainer: await enterAs(server, 'trainer'),
  };
});
afterAll(() => server.close());

const keyOf = ({ method, path }: Route) => `${method} ${path}`;
const clientOf = ({ roles }: Route) =>
  roles === 'anyone' || roles.includes('student') ? clients.student : clients.trainer;

/** Whether a route reads a JSON body, by the name of Express's parser. */
const readsJson = ({ handlers }: Route) => handlers.some(({ name }) => name === 'jsonParser');

const nothing = '00000000-0000-4000-8000-000000000000';

async function outcome(response: Response): Promise<{ status: number; error: ErrorBody | null }> {
  const { status } = response;
  if (!response.headers.get('content-type')?.startsWith('application/json') || response.ok) {
    await response.body?.cancel();
    return { status, error: null };
  }
  return { status, error: (await response.json()) as ErrorBody };
}

describe('bodies', () => {
  const hostile = [
    { 'surprise-field': 1 },
    JSON.parse('{"__proto__": {"role": "trainer"}}') as unknown,
    { constructor: { prototype: {} } },
    [],
    null,
    { name: { $gt: '' }, code: ['x'], token: {}, question: [], text: 3, title: false },
    { code: 'x'.repeat(201), name: 'x'.repeat(5_000), token: ' ', question: '\ud800' },
  ];

  it('that do not fit are refused by every route that reads one', async () => {
    const odd: unknown[] = [];
    const readers = routes.filter(readsJson);
    expect(readers.length).toBeGreaterThan(8);
    for (const route of readers) {
      // What is not there may be said before the body is looked at.
      const fine = route.path.includes(':') ? [400, 404] : [400];
      const path = route.path.replace(/:\w+/g, nothing);
      for (const body of hostile) {
        const method = route.method.toUpperCase();
        const { status, error } = await outcome(await clientOf(route).call(method, path, body));
        if (!fine.includes(status)) odd.push([keyOf(route), body, status]);
        expect(error?.message ?? '').not.toMatch(/zod|sql|\bat \S+:\d+|undefined/i);
      }
    }
    expect(odd).toEqual([]);
  });
});

it('refuses U+0000 in any text, before it asks whether the thing is there', async () => {
  const path = `/api/conversations/${nothing}`;
  const { status, error } = await outcome(
    await clients.student.call('PATCH', path, { title: 'Kafka\u0000' }),
  );
  expect({ status, ...error }).toMatchObject({ status: 400, code: 'bad-request' });
});

describe('paths and queries', () => {
  const ids = [
    "' OR 1=1 --",
    '"; DROP TABLE students',
    '../../etc/passwd',
    '..\\..\\x',
    '\u0000',
    '%',
    '__proto__',
    'constructor',
    'NaN',
    '-1',
    '1e9',
    'é'.repeat(300),
    '\u202e\u200b',
    'a'.repeat(3_000),
  ];

  it('with any id lead nowhere, in every route', async () => {
    const odd: unknown[] = [];
    for (const route of routes.filter(({ path }) => path.includes(':'))) {
      for (const id of ids) {
        const path = route.path.replace(/:\w+/g, encodeURIComponent(id));
        const { status } = await outcome(
          await clientOf(route).call(route.method.toUpperCase(), path),
        );
        if (![400, 404, 415].includes(status)) odd.push([keyOf(route), id.slice(0, 20), status]);
      }
    }
    expect(odd).toEqual([]);
  });

  it('with any query never fail, in every route that only reads', async () => {
    const odd: unknown[] = [];
    for (const route of routes.filter(({ method }) => method === 'get')) {
      for (const value of ids) {
        const text = encodeURIComponent(value);
        const names = ['path', 'run', 'baseline', 'variant', 'after', 'format', 'q[]', '__proto__'];
        const query = names.map((name) => `${name}=${text}`).join('&');
        const path = `${route.path.replace(/:\w+/g, nothing)}?${query}`;
        const { status } = await outcome(await clientOf(route).call('GET', path));
        if (status >= 500) odd.push([keyOf(route), value.slice(0, 20), status]);
      }
    }
    expect(odd).toEqual([]);
  });
});
