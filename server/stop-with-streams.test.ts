import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from './storage/store.ts';
import { readNumberedEvents } from './testing/ask-server.ts';
import { createModelEndpoint, type ModelEndpoint, texts } from './testing/model-endpoint.ts';
import { spawnProgram } from './testing/spawn-program.ts';
import { createStudentClient } from './testing/student-client.ts';
import { writeFiles } from './testing/write-files.ts';

/** As many answers as the server writes at once, and readers who came back to some of them: fifty streams. */
const answering = 32;
const following = 18;
/** Milliseconds from the signal to the end of the process. */
const longestMs = 20_000;

let cwd = '';
let endpoint: ModelEndpoint;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'repere-stop-'));
  await writeFiles(join(cwd, 'corpus'), { 'kafka.md': '# Kafka\n\nKafka garde des événements.\n' });
  endpoint = await createModelEndpoint();
  endpoint.script(
    ...Array.from({ length: answering }, () => ({
      steps: [...texts('Un début. '), 'stall' as const],
    })),
  );
});
afterEach(async () => {
  await endpoint.close();
  await rm(cwd, { recursive: true, force: true });
});

describe('SIGTERM', () => {
  it('with fifty streams tells each reader once, keeps what came, lets the endpoint go, and exits with 0', async () => {
    const waits = {
      FIRST_TOKEN_TIMEOUT_MS: '60000',
      IDLE_TIMEOUT_MS: '60000',
      TOTAL_TIMEOUT_MS: '60000',
    };
    const env = { PORT: '0', OPENAI_BASE_URL: endpoint.baseUrl, CHAT_MODEL: 'stalls', ...waits };
    const program = spawnProgram(['main.ts'], { cwd, env });
    const [, url = ''] = await program.printed(/ready: (http:\S+)/);
    const students = await Promise.all(
      Array.from({ length: answering }, () => createStudentClient(url)),
    );
    const question = { question: 'Que garde Kafka, zanzibar ?' };
    const answers = await Promise.all(students.map((student) => student.post(question)));
    await vi.waitFor(() => expect(endpoint.requests).toHaveLength(answering), 30_000);
    const followers = await Promise.all(
      students.slice(0, following).map(async (student) => {
        const [latest] =
          await student.get<readonly { readonly id: string }[]>('/api/conversations');
        const view = await student.get<{ readonly history: readonly { readonly id: string }[] }>(
          `/api/conversations/${latest?.id}`,
        );
        return student.send('GET', `/api/turns/${view.history[0]?.id}/events`);
      }),
    );

    const started = performance.now();
    program.child.kill('SIGTERM');
    for (const response of [...answers, ...followers]) {
      const events = (await readNumberedEvents(response)).map(({ event }) => event);
      const ends = events.filter(({ type }) => ['answer-end', 'error', 'stopped'].includes(type));
      expect(ends).toMatchObject([{ type: 'error', code: 'model-interrupted', retryable: true }]);
      expect(events.at(-1)?.type).toBe('error');
    }
    expect(await program.exited).toBe(0);
    expect(performance.now() - started).toBeLessThan(longestMs);
    expect(endpoint.requests.filter(({ abandonedAt }) => abandonedAt === null)).toEqual([]);
    expect(program.stdout() + program.stderr()).not.toMatch(/zanzibar|^\s+at /m);

    const { tables, close } = await openStore(join(cwd, 'data'));
    const turns = await tables.selectFrom('turns').select(['status', 'answer']).execute();
    await close();
    expect(turns).toHaveLength(answering);
    for (const { status, answer } of turns) {
      expect(status).toBe('interrupted');
      expect(JSON.parse(answer)).toMatchObject({ text: expect.stringContaining('Un début.') });
    }
  });
});
