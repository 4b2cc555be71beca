import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PromptsView } from '../../../contract/evals.ts';
import { enterAsStudent, enterAsTrainer, postAnswer } from '../../../testing/ask-server.ts';
import { serveTutor, type ServedTutor } from '../../../testing/serve-tutor.ts';
import { answerRules } from '../../../tutoring/answer-prompt.ts';
import type { ChatModel } from '../../../tutoring/chat-model.ts';

const files = { 'a.md': '# A\n\nUn data lake garde des données brutes.\n' };
const brief = `${answerRules}\n\nBe very brief.`;

let dataDir = '';
let server: ServedTutor;
let cookie = '';
/** Of the first start in the data folder. */
let token = '';
let rules: string[] = [];

/** Remembers the rules that it is given. */
const model: ChatModel = {
  name: 'remembering',
  async *stream(messages) {
    rules.push(messages[0]!.content);
    yield '[[abstain]]';
  },
};

async function start() {
  server = await serveTutor({ files, dataDir, chatModel: model });
  token ||= server.trainerToken;
  cookie = await enterAsTrainer(server.url, token);
}
beforeEach(async () => {
  rules = [];
  token = '';
  dataDir = await mkdtemp(join(tmpdir(), 'repere-prompts-'));
  await start();
});
afterEach(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const call = async (path: string, method = 'GET', body?: unknown) => {
  const response = await fetch(`${server.url}/api/trainer/prompts${path}`, {
    ...{ method, headers: { cookie, 'content-type': 'application/json' } },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as PromptsView };
};
const serving = ({ versions }: PromptsView) =>
  versions.filter((one) => one.serving).map(({ version }) => version);
const ask = async () => {
  await (await postAnswer(server.url, { question: 'Qu’est-ce qu’un data lake ?' })).text();
  return rules.at(-1);
};

describe('/api/trainer/prompts', () => {
  it('begins with the program’s own rules', async () => {
    const { body } = await call('');
    expect(body).toEqual({
      versions: [
        {
          ...{ version: 0, text: answerRules, note: '', createdAt: null, serving: true },
          missing: [],
        },
      ],
      read: false,
    });
  });

  it('stores a version without serving it, serves it at once, keeps it over a restart, and rolls back', async () => {
    const added = await call('', 'POST', { text: brief, note: 'Plus court' });
    expect(added.status).toBe(201);
    expect(added.body.versions.map(({ version }) => version)).toEqual([1, 0]);
    expect(serving(added.body)).toEqual([0]);
    expect(await ask()).toBe(answerRules);

    expect(serving((await call('/1/serve', 'POST')).body)).toEqual([1]);
    expect(await ask()).toBe(brief);

    await server.close();
    await start();
    expect(serving((await call('')).body)).toEqual([1]);
    expect(await ask()).toBe(brief);

    expect(serving((await call('/0/serve', 'POST')).body)).toEqual([0]);
    expect(await ask()).toBe(answerRules);
  });

  it('numbers versions one after the other, also when two are written at once', async () => {
    const write = (text: string) => call('', 'POST', { text, note: '' });
    await Promise.all([write('Un'), write('Deux'), write('Trois')]);
    const { versions } = (await call('')).body;
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1, 0]);
  });

  it('warns of rules without what the tutor reads in a reply', async () => {
    const { versions } = (await call('', 'POST', { text: 'Sois gentil.', note: '' })).body;
    expect(versions[0]?.missing).toEqual(['citation', 'abstain', 'clarify', 'data', 'explain']);
  });

  it.each([
    ['a version that is not there', '/9/serve', undefined, 404],
    ['a version that is no number', '/one/serve', undefined, 404],
    ['empty rules', '', { text: ' ', note: '' }, 400],
    ['rules that are too long', '', { text: 'x'.repeat(20_001), note: '' }, 400],
    ['an unknown field', '', { text: 'x', note: '', serving: true }, 400],
  ])('refuses %s', async (_what, path, body, status) => {
    expect((await call(path, 'POST', body)).status).toBe(status);
  });

  it('is for trainers alone', async () => {
    cookie = await enterAsStudent(server.url);
    expect((await call('')).status).toBe(403);
    expect((await call('', 'POST', { text: 'x', note: '' })).status).toBe(403);
    expect((await call('/0/serve', 'POST')).status).toBe(403);
  });
});
