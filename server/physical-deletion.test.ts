import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fullDraft } from './testing/critique-drafts.ts';
import { bytesOfFolder } from './testing/bytes-of-folder.ts';
import { createStudentClient } from './testing/student-client.ts';
import { spawnProgram } from './testing/spawn-program.ts';
import { writeFiles } from './testing/write-files.ts';

/** What a student deletes is in no file of the data folder of a real server process, and never was in its log. */
let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'repere-deleted-'));
  await writeFiles(join(cwd, 'corpus'), {
    'kafka.md': '# Kafka\n\nKafka est une plateforme distribuée de flux d’événements.\n',
    'tasks/sc1.yaml': await readFile(join(import.meta.dirname, '..', 'corpus/tasks/sc1.yaml')),
  });
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

it('leaves no byte of a deleted conversation, nor of a deleted student', async () => {
  const program = spawnProgram(['main.ts'], { cwd, env: { PORT: '0', LOG_LEVEL: 'trace' } });
  const [, url = ''] = await program.printed(/ready: (http:\/\/127\.0\.0\.1:\d+)/);
  const data = join(cwd, 'data');
  const student = await createStudentClient(url);
  const word = (n: number) => `zyxquestion${n}`;
  const first = await student.ask({ question: `Qu’est-ce que Kafka ${word(1)} ?` });
  const { conversationId, turnId } = first;
  const second = { question: `Kafka ${word(2)} ?`, conversationId, replaces: turnId };
  await student.ask(second);
  await student.send('PATCH', `/api/conversations/${conversationId}`, { title: word(3) });
  await student.ask({ question: `Et Kafka ${word(4)} ?` });
  const draft = { task: 'sc1', text: `${fullDraft} ${word(5)}` };
  await (await student.send('POST', '/api/critiques', draft)).text();
  for (const n of [1, 2, 3, 4, 5]) {
    expect((await bytesOfFolder(data)).includes(word(n))).toBe(true);
  }

  const removed = await student.send('DELETE', `/api/conversations/${conversationId}`);
  expect(removed.status).toBe(204);
  for (const n of [1, 2, 3]) expect((await bytesOfFolder(data)).includes(word(n))).toBe(false);
  for (const n of [4, 5]) expect((await bytesOfFolder(data)).includes(word(n))).toBe(true);
  expect(await (await student.send('GET', '/api/student/export')).text()).toContain(word(5));

  expect((await student.send('DELETE', '/api/student')).status).toBe(204);
  expect((await bytesOfFolder(data)).includes('zyxquestion')).toBe(false);
  program.child.kill('SIGTERM');
  expect(await program.exited).toBe(0);
  expect((await bytesOfFolder(data)).includes('zyxquestion')).toBe(false);
  expect(program.stdout() + program.stderr()).not.toContain('zyxquestion');
});
