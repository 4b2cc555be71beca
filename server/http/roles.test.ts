import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorBody } from '../contract/course.ts';
import type { ApiClient } from '../testing/api-client.ts';
import { thinDraft } from '../testing/critique-drafts.ts';
import { draftCourse } from '../testing/draft-course.ts';
import { enterAs, type TestCaller } from '../testing/enter-as.ts';
import { serveTutor, type ServedTutor } from '../testing/serve-tutor.ts';
import { apiRoutes, createApp } from './app.ts';
import type { Route } from './route.ts';

/**
 * Who may call what: every route of the API is a line here, and every line is a route. To add a route, add its line;
 * where a student's own things are named in the path, say with what `own` builds the path of one.
 */
const everybody = { visitor: 'in', student: 'in', trainer: 'in' } as const;
const whoEntered = { visitor: 'enter', student: 'in', trainer: 'in' } as const;
const students = { visitor: 'enter', student: 'in', trainer: 'refused' } as const;
const trainers = { visitor: 'enter', student: 'refused', trainer: 'in' } as const;

type Line = Readonly<Record<TestCaller, 'in' | 'enter' | 'refused'>> & {
  /** Path of a thing of the student who made it: to anybody else it must be as if it were not there. */
  readonly own?: (things: Things) => string;
  /** Sent along; by default nothing. */
  readonly body?: unknown;
};

function conversationPath({ conversation }: Things): string {
  return `/api/conversations/${conversation}`;
}

const table: Readonly<Record<string, Line>> = {
  'get /api/session': everybody,
  'delete /api/session': everybody,
  'post /api/session/pseudonyms': everybody,
  'post /api/session/student': everybody,
  'post /api/session/recover': everybody,
  'post /api/session/trainer': everybody,
  'post /api/student/recovery-code': students,
  'post /api/trainer/token': trainers,

  'get /api/trainer/classes': trainers,
  'post /api/trainer/classes': trainers,
  'patch /api/trainer/classes/:id': trainers,
  'post /api/trainer/classes/:id/code': trainers,
  'delete /api/trainer/classes/:id': trainers,

  'get /api/trainer/documents': trainers,
  'put /api/trainer/documents': trainers,
  'patch /api/trainer/documents': trainers,
  'delete /api/trainer/documents': trainers,
  'get /api/trainer/chunks': trainers,
  'get /api/trainer/file': trainers,
  'post /api/trainer/ingestion': trainers,

  'get /api/trainer/overview': trainers,
  'get /api/trainer/unanswered': trainers,
  'get /api/trainer/ratings': trainers,
  'get /api/trainer/exams': trainers,
  'get /api/trainer/endpoint': trainers,
  'post /api/trainer/endpoint/check': trainers,

  'get /api/trainer/prompts': trainers,
  'post /api/trainer/prompts': trainers,
  'post /api/trainer/prompts/:version/serve': trainers,

  'get /api/trainer/evals/cases': trainers,
  'get /api/trainer/evals/compare': trainers,
  'get /api/trainer/evals/course': trainers,
  'get /api/trainer/evals/estimate': trainers,
  'get /api/trainer/evals/report': trainers,
  'get /api/trainer/evals/runs': trainers,
  'get /api/trainer/evals/variants': trainers,
  'post /api/trainer/evals/cases': trainers,
  'put /api/trainer/evals/cases/:id/expectation': trainers,
  'post /api/trainer/evals/runs': trainers,
  'post /api/trainer/evals/runs/:run/stop': trainers,

  'post /api/answers': students,
  'get /api/turns/:id/events': { ...students, own: ({ turn }) => `/api/turns/${turn}/events` },
  'post /api/turns/:id/stop': { ...students, own: ({ turn }) => `/api/turns/${turn}/stop` },
  'put /api/turns/:id/rating': {
    ...{ ...students, own: ({ turn }) => `/api/turns/${turn}/rating` },
    body: { helpful: true, reasons: [], shared: false },
  },
  'delete /api/turns/:id/rating': { ...students, own: ({ turn }) => `/api/turns/${turn}/rating` },
  'get /api/conversations': students,
  'get /api/conversations/:id': { ...students, own: conversationPath },
  'patch /api/conversations/:id': { ...students, own: conversationPath, body: { title: 'a' } },
  'delete /api/conversations/:id': { ...students, own: conversationPath },
  'get /api/conversations/:id/export': {
    ...{ ...students, own: (things) => `${conversationPath(things)}/export` },
  },
  'get /api/student/export': students,
  'delete /api/student': students,
  'get /api/trainer/settings': trainers,
  'put /api/trainer/settings': trainers,
  'post /api/critiques': students,
  'get /api/tasks': whoEntered,
  'get /api/drafts': students,
  'get /api/drafts/:id': { ...students, own: ({ draft }) => `/api/drafts/${draft}` },
  'patch /api/drafts/:id': {
    ...students,
    ...{ own: ({ draft }) => `/api/drafts/${draft}`, body: { shared: true } },
  },
  'delete /api/drafts/:id': { ...students, own: ({ draft }) => `/api/drafts/${draft}` },
  'get /api/drafts/:id/events': { ...students, own: ({ draft }) => `/api/drafts/${draft}/events` },
  'post /api/drafts/:id/stop': { ...students, own: ({ draft }) => `/api/drafts/${draft}/stop` },
  'post /api/drafts/:id/retry': { ...students, own: ({ draft }) => `/api/drafts/${draft}/retry` },
  'get /api/trainer/drafts': trainers,
  'get /api/trainer/drafts/:id': trainers,
  'get /api/documents/:id': whoEntered,
  'get /api/status': everybody,
};

/** Paths with an id that are the same for everybody in their role. */
const common = ['get /api/documents/:id'];

/** What one student has made, by id. */
type Things = Readonly<Record<'conversation' | 'turn' | 'draft', string>>;

let server: ServedTutor;
let routes: readonly Route[];
let owner: ApiClient;
let things: Things;
beforeAll(async () => {
  server = await serveTutor({ files: await draftCourse('sc1') });
  routes = apiRoutes(server.dependencies);
  owner = await enterAs(server, 'student');
  things = await makeThings();
});
afterAll(() => server.close());

async function makeThings(): Promise<Things> {
  const asked = await owner.call('POST', '/api/answers', { question: 'Qu’est-ce que Kafka ?' });
  const sent = await owner.call('POST', '/api/critiques', { task: 'sc1', text: thinDraft });
  const events = (await asked.text()) + (await sent.text());
  const idOf = (name: string) => new RegExp(`"${name}":"([^"]+)"`).exec(events)?.[1] ?? 'none';
  return { conversation: idOf('conversationId'), turn: idOf('turnId'), draft: idOf('draftId') };
}

const keyOf = ({ method, path }: Route) => `${method} ${path}`;
const nothing = '00000000-0000-4000-8000-000000000000';
const pathOf = ({ path }: Route) => path.replace(/:\w+/g, nothing);

/** The error of a refusal; `null` for anything else, of which the rest is not read. */
async function errorOf(response: Response): Promise<ErrorBody | null> {
  if (response.headers.get('content-type')?.startsWith('application/json') && !response.ok) {
    return (await response.json()) as ErrorBody;
  }
  await response.body?.cancel();
  return null;
}

async function outcome(caller: TestCaller, route: Route): Promise<Line[TestCaller]> {
  const client = await enterAs(server, caller);
  const error = await errorOf(await client.call(route.method.toUpperCase(), pathOf(route)));
  if (error?.code === 'sign-in-needed') return 'enter';
  return error?.code === 'forbidden' ? 'refused' : 'in';
}

describe('who may call what', () => {
  it('is written down for every route, and for nothing that is no route', () => {
    expect(routes.map(keyOf).toSorted()).toEqual(Object.keys(table).toSorted());
  });

  it('is one rule for every path that a trainer’s begins with', () => {
    const others = routes.filter(
      ({ path, roles }) => path.startsWith('/api/trainer/') !== (String(roles) === 'trainer'),
    );
    expect(others.map(keyOf)).toEqual([]);
  });

  it('is as it is written, for visitors, students and trainers', async () => {
    const found: Record<string, unknown> = {};
    const written: Record<string, unknown> = {};
    for (const route of routes) {
      const line = table[keyOf(route)];
      for (const caller of ['visitor', 'student', 'trainer'] as const) {
        written[`${caller}: ${keyOf(route)}`] = line?.[caller];
        found[`${caller}: ${keyOf(route)}`] = await outcome(caller, route);
      }
    }
    expect(found).toEqual(written);
  });

  it('names whose thing it is, wherever a student’s path holds an id', () => {
    const unnamed = routes
      .filter(({ path, roles }) => path.includes(':') && roles.includes('student'))
      .map(keyOf)
      .filter((key) => !common.includes(key) && !table[key]?.own);
    expect(unnamed).toEqual([]);
  });

  it('hides a student’s things from every other student, as if they were not there', async () => {
    for (const route of routes) {
      const { own, body } = table[keyOf(route)] ?? {};
      if (!own) continue;
      const method = route.method.toUpperCase();
      const stranger = await enterAs(server, 'student');
      const refused = await stranger.call(method, own(things), body);
      const missing = await stranger.call(method, pathOf(route), body);
      expect([keyOf(route), refused.status]).toEqual([keyOf(route), 404]);
      const [one, other] = [await errorOf(refused), await errorOf(missing)];
      expect({ ...one, requestId: '' }).toEqual({ ...other, requestId: '' });
      // The thing is really there.
      if (method !== 'GET') continue;
      const shown = await owner.call(method, own(things));
      await shown.body?.cancel();
      expect([keyOf(route), shown.status]).toEqual([keyOf(route), 200]);
    }
  });
});

describe('the application', () => {
  it('has no route beside those of the list, but the page', () => {
    type Layer = {
      readonly route?: { readonly path: string; readonly stack: readonly { method: string }[] };
      readonly handle: { readonly stack?: readonly Layer[] };
    };
    const walk = (layers: readonly Layer[]): readonly string[] =>
      layers.flatMap(({ route, handle }) =>
        route
          ? [...new Set(route.stack.map(({ method }) => `${method} ${route.path}`))]
          : walk(handle.stack ?? []),
      );
    const { router } = createApp(server.dependencies) as unknown as {
      router: { stack: readonly Layer[] };
    };
    expect(walk(router.stack).toSorted()).toEqual(
      [...routes.map(keyOf), 'get /{*path}'].toSorted(),
    );
  });
});
