import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnteredView, SecretView } from './contract/access.ts';
import type { ClassWithCode } from './contract/classes.ts';
import { draftCourse } from './testing/draft-course.ts';
import { createLog } from './log.ts';
import { type ApiClient, createApiClient } from './testing/api-client.ts';
import { serveTutor, type ServedTutor } from './testing/serve-tutor.ts';
import { wideLimits } from './testing/wide-limits.ts';
import type { ChatModel } from './tutoring/chat-model.ts';

/** Whatever is done with the API, nothing that people wrote or that lets them in is logged, at any level. */

/** Words that nothing but a person of this test says; each is in one sort of input. */
const words = {
  question: 'zanzibar-de-la-question',
  draft: 'kilimandjaro-du-brouillon',
  answer: 'popocatepetl-de-la-reponse',
  field: 'titicaca-du-champ',
  path: 'tombouctou-du-chemin',
  query: 'samarcande-de-la-requete',
  title: 'nouakchott-du-titre',
  rules: 'chimborazo-des-consignes',
  document: 'antananarivo-du-document',
  header: 'valparaiso-de-l-en-tete',
  class: 'Ouagadougou de la classe',
  wrongCode: 'ZZZZ-YYYY-XXXX',
  wrongToken: 'WWWW-VVVV-UUUU-TTTT-SSSS-RRRR',
} as const;

/** Secrets that were handed out while the test ran. */
const secrets = new Set<string>();
let logged = '';
let server: ServedTutor;
let student: ApiClient;
let trainer: ApiClient;

/** Answers, or fails with everything it was told in its error, as libraries do. */
const model: ChatModel = {
  name: 'talkative',
  async *stream(messages) {
    const prompt = messages.map(({ content }) => content).join('\n');
    if (prompt.includes('échoue')) throw new Error(`could not answer ${prompt}`);
    yield `${words.answer} [[1|Kafka est une plateforme]].`;
    await Promise.resolve();
  },
};

beforeAll(async () => {
  const log = createLog('trace', { write: (line: string) => void (logged += line) });
  server = await serveTutor({
    files: { ...(await draftCourse('sc1')), 'kafka.md': '# Kafka\n\nKafka est une plateforme.\n' },
    chatModel: model,
    log,
    limits: {
      ...wideLimits,
      guesses: {
        perAddress: { limit: 3, windowMs: 60_000 },
        inAll: { limit: 99, windowMs: 60_000 },
      },
    },
  });
  student = createApiClient(server.url, { 'user-agent': words.header });
  trainer = createApiClient(server.url);
  secrets.add(server.trainerToken);
});
afterAll(() => server.close());

const read = async <T>(response: Promise<Response>): Promise<T> =>
  (await (await response).json()) as T;
/** Sends, and reads all of what comes. */
const send = async (client: ApiClient, method: string, path: string, body?: unknown) => {
  const response = await client.call(method, path, body);
  return { status: response.status, text: await response.text() };
};

async function enterEverywhere(): Promise<void> {
  const { trainerToken: token } = server;
  await send(trainer, 'POST', '/api/session/trainer', { token });
  secrets.add(trainer.cookie().split('=')[1] ?? '');
  const { code, id } = await read<ClassWithCode>(
    trainer.call('POST', '/api/trainer/classes', { name: words.class }),
  );
  secrets.add(code);
  await send(student, 'POST', '/api/session/pseudonyms', { code });
  const { recoveryCode } = await read<EnteredView>(
    student.call('POST', '/api/session/student', { code }),
  );
  secrets.add(recoveryCode).add(student.cookie().split('=')[1] ?? '');
  const renewed = await read<SecretView>(student.call('POST', '/api/student/recovery-code'));
  secrets.add(renewed.secret);
  await send(student, 'POST', '/api/session/recover', { recoveryCode: renewed.secret });
  secrets.add(student.cookie().split('=')[1] ?? '');
  const { secret } = await read<SecretView>(trainer.call('POST', '/api/trainer/token'));
  secrets.add(secret);
  const other = await read<ClassWithCode>(trainer.call('POST', `/api/trainer/classes/${id}/code`));
  secrets.add(other.code);
}

async function guessWrongly(): Promise<readonly number[]> {
  const guesses = [
    ['student', { code: words.wrongCode }],
    ['pseudonyms', { code: words.wrongCode }],
    ['recover', { recoveryCode: words.wrongCode }],
    ['trainer', { token: words.wrongToken }],
    ['student', { code: words.wrongCode, pseudonym: words.field }],
    ['student', { code: words.wrongCode, [words.field]: 1 }],
    ['student', { pseudonym: words.field }],
    ['student', { code: words.wrongCode }],
  ] as const;
  const statuses: number[] = [];
  for (const [path, body] of guesses) {
    statuses.push((await send(student, 'POST', `/api/session/${path}`, body)).status);
  }
  return statuses;
}

describe('what is logged', () => {
  it('holds nothing that people wrote, and nothing that lets them in', async () => {
    await enterEverywhere();
    expect(await guessWrongly()).toEqual([401, 401, 401, 401, 401, 400, 400, 429]);

    const ask = (question: string) => send(student, 'POST', '/api/answers', { question });
    expect((await ask(`Qu’est-ce que Kafka, ${words.question} ?`)).text).toContain('answer-end');
    expect((await ask(`Kafka échoue-t-il, ${words.question} ?`)).text).toContain('internal');
    expect((await ask(words.question.repeat(400))).status).toBe(413);
    expect((await ask(`${words.question}\u0000`)).status).toBe(400);
    const draft = `Le projet ${words.draft} a pour but de choisir un outil. `.repeat(20);
    const [{ id } = { id: '' }] = await read<{ readonly id: string }[]>(
      student.call('GET', '/api/conversations'),
    );
    await send(student, 'PATCH', `/api/conversations/${id}`, { title: words.title });
    const exported = await send(student, 'GET', '/api/student/export');
    expect(exported.text).toContain(words.title);
    const sent = await send(student, 'POST', '/api/critiques', { task: 'sc1', text: draft });
    expect(sent.text).toContain('critique-end');
    await send(student, 'POST', '/api/critiques', { task: words.field, text: draft });
    await send(student, 'POST', '/api/critiques', { text: draft, [words.field]: draft });
    await send(student, 'GET', `/api/documents/${words.path}?q=${words.query}`);
    await send(student, 'GET', `/api/${words.path}`);
    await send(student, 'GET', `/${words.path}/%ff`);
    await send(student, 'DELETE', `/api/session?role=${words.query}`);
    for (const body of [`{"question":"${words.question}`, words.question]) {
      const headers = { 'content-type': 'application/json', cookie: student.cookie() };
      await (await fetch(`${server.url}/api/answers`, { method: 'POST', headers, body })).text();
    }
    await send(trainer, 'POST', '/api/trainer/prompts', { text: words.rules, note: words.rules });
    const file = { 'content-type': 'text/markdown', cookie: trainer.cookie() };
    const at = `${server.url}/api/trainer/documents?path=${words.path}.md`;
    const body = `# ${words.document}\n\n${words.document} est un mot.\n`;
    expect((await fetch(at, { method: 'PUT', headers: file, body })).status).toBe(200);
    await send(trainer, 'PATCH', `/api/trainer/documents?path=${words.query}`, { kind: 'exam' });
    await send(trainer, 'GET', `/api/trainer/chunks?path=${words.query}`);
    await send(trainer, 'POST', '/api/trainer/evals/cases', { turnId: words.query });
    await send(student, 'DELETE', '/api/student');
    await send(trainer, 'DELETE', '/api/session');

    expect(logged).toContain('request-refused');
    expect(logged).toContain('answer-end');
    expect(secrets.size).toBeGreaterThanOrEqual(9);
    const found = [...Object.values(words), ...secrets].filter((text) =>
      logged.toLowerCase().includes(text.toLowerCase()),
    );
    expect(found).toEqual([]);
    for (const secret of secrets) expect(secret.length).toBeGreaterThan(10);
    expect(logged).not.toMatch(/cookie|127\.0\.0\.1|::1|authorization/i);
  });
});
