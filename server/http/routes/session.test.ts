import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  EnteredView,
  PseudonymsView,
  SecretView,
  SessionView,
} from '../../contract/access.ts';
import type { ClassView, ClassWithCode } from '../../contract/classes.ts';
import type { ErrorBody } from '../../contract/course.ts';
import { createApiClient, type ApiClient } from '../../testing/api-client.ts';
import { serveTutor, type ServedTutor } from '../../testing/serve-tutor.ts';

let server: ServedTutor;
beforeAll(async () => {
  server = await serveTutor({ files: { 'kafka.md': '# Kafka\n\nKafka est une plateforme.\n' } });
});
afterAll(() => server.close());

const browser = () => createApiClient(server.url);
const read = async <T>(response: Promise<Response>): Promise<T> =>
  (await (await response).json()) as T;
const session = (client: ApiClient) => read<SessionView>(client.call('GET', '/api/session'));
/** Without the time, which differs between two calls. */
const named = ({ student, ...rest }: SessionView) => ({ ...rest, student: student?.pseudonym });

async function trainer(): Promise<ApiClient> {
  const client = browser();
  const { trainerToken: token } = server;
  expect((await client.call('POST', '/api/session/trainer', { token })).status).toBe(200);
  return client;
}

async function newClass(name: string): Promise<ClassWithCode> {
  const one = await trainer();
  return read(one.call('POST', '/api/trainer/classes', { name }));
}

describe('a student', () => {
  it('enters the open class in one call, and is then known', async () => {
    const one = browser();
    expect(await session(one)).toEqual({ student: null, trainer: false, openClass: 'Repère' });
    const entered = await read<EnteredView>(one.call('POST', '/api/session/student', {}));
    expect(entered.recoveryCode).toMatch(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
    const { student } = await session(one);
    expect(student).toMatchObject({ pseudonym: entered.student?.pseudonym });
    const days = (Date.parse(student?.keptUntil ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThan(30.1);
  });

  it.each(['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via'])(
    'enters no class without a code through a proxy, which %s betrays',
    async (mark) => {
      const one = createApiClient(server.url, { [mark]: '192.0.2.1' });
      expect(await session(one)).toMatchObject({ openClass: null });
      expect((await one.call('POST', '/api/session/student', {})).status).toBe(401);
      const { code } = await newClass('Loin');
      expect((await one.call('POST', '/api/session/student', { code })).status).toBe(200);
    },
  );

  it('enters a class by its code under a pseudonym of those offered', async () => {
    const { code } = await newClass('Lyon');
    const one = browser();
    const view = await read<PseudonymsView>(one.call('POST', '/api/session/pseudonyms', { code }));
    expect(view).toMatchObject({ className: 'Lyon' });
    expect(view.pseudonyms).toHaveLength(12);
    const [pseudonym] = view.pseudonyms;
    const entered = await one.call('POST', '/api/session/student', { code, pseudonym });
    expect(await entered.json()).toMatchObject({ student: { pseudonym, className: 'Lyon' } });
    const again = await browser().call('POST', '/api/session/student', { code, pseudonym });
    expect(again.status).toBe(409);
  });

  it('leaves no pseudonym behind on the way into another class, but one with work', async () => {
    const { id, code } = await newClass('Metz');
    const from = await newClass('Nancy');
    const one = await trainer();
    const studentsOf = async (classId: string) =>
      (await read<ClassView[]>(one.call('GET', '/api/trainer/classes'))).find(
        (each) => each.id === classId,
      )?.students;
    const [idle, busy] = [browser(), browser()];
    const recovery = await Promise.all(
      [idle, busy].map((each) =>
        read<EnteredView>(each.call('POST', '/api/session/student', { code: from.code })),
      ),
    );
    await (await busy.call('POST', '/api/answers', { question: 'Kafka ?' })).text();
    for (const each of [idle, busy]) await each.call('POST', '/api/session/student', { code });
    expect([await studentsOf(from.id), await studentsOf(id)]).toEqual([1, 2]);
    const back = recovery.map(({ recoveryCode }) =>
      browser().call('POST', '/api/session/recover', { recoveryCode }),
    );
    expect((await Promise.all(back)).map(({ status }) => status)).toEqual([401, 200]);
  });

  it('comes back with the recovery code on another device', async () => {
    const [laptop, phone] = [browser(), browser()];
    const { recoveryCode, student } = await read<EnteredView>(
      laptop.call('POST', '/api/session/student', {}),
    );
    await phone.call('POST', '/api/session/recover', { recoveryCode });
    expect((await session(phone)).student?.pseudonym).toBe(student?.pseudonym);
    // A new code ends the old one, and the session elsewhere.
    const { secret } = await read<SecretView>(phone.call('POST', '/api/student/recovery-code'));
    expect((await session(laptop)).student).toBeNull();
    const old = await laptop.call('POST', '/api/session/recover', { recoveryCode });
    expect(old.status).toBe(401);
    await laptop.call('POST', '/api/session/recover', { recoveryCode: secret.toLowerCase() });
    expect((await session(laptop)).student?.pseudonym).toBe(student?.pseudonym);
  });

  it('cannot have a session that was planted before', async () => {
    const planted = 'A'.repeat(43);
    const headers = { cookie: `repere-student=${planted}` };
    const response = await createApiClient(server.url, headers).call(
      ...(['POST', '/api/session/student', {}] as const),
    );
    const [set = ''] = response.headers.getSetCookie();
    expect(set).toMatch(/^repere-student=[\w-]{43}; /);
    expect(set).not.toContain(planted);
    const later = await createApiClient(server.url, headers).call('GET', '/api/session');
    expect(await later.json()).toMatchObject({ student: null });
  });
});

describe('leaving', () => {
  it('ends the session on the server, for both roles or one', async () => {
    const one = await trainer();
    await one.call('POST', '/api/session/student', {});
    const stolen = one.cookie();
    const view = await read<SessionView>(one.call('DELETE', '/api/session?role=trainer'));
    expect(view).toMatchObject({ trainer: false, student: { className: 'Repère' } });
    const thief = createApiClient(server.url, { cookie: stolen });
    expect(named(await session(one))).toEqual(named(view));
    expect(named(await session(thief))).toEqual(named(view));
    const left = await read<SessionView>(one.call('DELETE', '/api/session'));
    expect(left).toMatchObject({ trainer: false, student: null });
    expect(one.cookie()).toBe('');
    expect(await session(thief)).toEqual(left);
  });

  it('refuses a role that is none', async () => {
    for (const query of ['?role=admin', '?role=student&role=trainer', '?role[]=student']) {
      const response = await browser().call('DELETE', `/api/session${query}`);
      expect([query, response.status]).toEqual([query, query.includes('[]') ? 200 : 400]);
    }
  });
});

describe('a trainer', () => {
  it('enters with the token, renews it, and thereby ends the others’ sessions', async () => {
    const [one, other] = [await trainer(), await trainer()];
    const { secret } = await read<SecretView>(one.call('POST', '/api/trainer/token'));
    expect(await session(one)).toMatchObject({ trainer: true });
    expect(await session(other)).toMatchObject({ trainer: false });
    const late = browser();
    const { trainerToken: token } = server;
    expect((await late.call('POST', '/api/session/trainer', { token })).status).toBe(401);
    expect((await late.call('POST', '/api/session/trainer', { token: secret })).status).toBe(200);
    server = { ...server, trainerToken: secret };
  });

  it('keeps classes: makes, renames, gives another code to, and deletes them', async () => {
    const one = await trainer();
    const made = await one.call('POST', '/api/trainer/classes', { name: ' Nantes ' });
    expect(made.status).toBe(201);
    const { id, code, ...rest } = (await made.json()) as ClassWithCode;
    expect(rest).toMatchObject({ name: 'Nantes', students: 0, open: false, hasCode: true });
    const changed = await one.call('PATCH', `/api/trainer/classes/${id}`, { name: 'Brest' });
    expect(await changed.json()).not.toHaveProperty('code');
    const renewed = await read<ClassWithCode>(
      one.call('POST', `/api/trainer/classes/${id}/code`, {}),
    );
    expect(renewed.code).not.toBe(code);
    expect((await browser().call('POST', '/api/session/student', { code })).status).toBe(401);
    const student = browser();
    await student.call('POST', '/api/session/student', { code: renewed.code });
    expect((await one.call('DELETE', `/api/trainer/classes/${id}`)).status).toBe(204);
    expect((await session(student)).student).toBeNull();
    const names = (await read<ClassView[]>(one.call('GET', '/api/trainer/classes'))).map(
      ({ name }) => name,
    );
    expect(names).not.toContain('Brest');
    expect((await one.call('DELETE', `/api/trainer/classes/${id}`)).status).toBe(404);
  });
});

describe('a code that leads nowhere', () => {
  it('is refused in the same words, whether it is wrong, expired, replaced or malformed', async () => {
    const { id, code } = await newClass('Caen');
    const one = await trainer();
    await one.call('POST', `/api/trainer/classes/${id}/code`);
    const expired = await read<ClassWithCode>(
      one.call('POST', '/api/trainer/classes', {
        name: 'Dijon',
        codeExpiresAt: new Date(Date.now() - 1).toISOString(),
      }),
    );
    const seen = new Set<string>();
    for (const wrong of [code, expired.code, 'ABCD-EFGH-JKLM', 'x', '§']) {
      for (const path of ['pseudonyms', 'student']) {
        const response = await browser().call('POST', `/api/session/${path}`, { code: wrong });
        expect(response.status).toBe(401);
        const { requestId: _, ...body } = (await response.json()) as ErrorBody;
        seen.add(JSON.stringify(body));
      }
    }
    expect(seen.size).toBe(1);
    expect([...seen][0]).toContain('code-wrong');
  });
});
