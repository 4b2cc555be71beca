import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { ErrorBody } from './contract/course.ts';
import type { TrainerDocuments } from './contract/documents.ts';
import { enterAsTrainer, postAnswer } from './testing/ask-server.ts';
import { spawnProgram } from './testing/spawn-program.ts';
import { writeFiles } from './testing/write-files.ts';

/** Bytes that a file may have while the disk is taken for full: more than the tables need, less than the new index. */
const room = 400_000;

const lesson = (subject: string, sections: number): string =>
  Array.from(
    { length: sections },
    (_, n) =>
      `# ${subject} ${n}\n\n${subject} garde ${n} événements et les rend dans leur ordre au lecteur ${n * 7}.\n`,
  ).join('\n');

/** Sets how large files of a running process may become: writing more fails as on a full disk. */
const limitFiles = (pid: number | undefined, bytes: number | 'unlimited') =>
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);

function isMissing(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return false;
  } catch {
    return true;
  }
}

it('a full disk in the middle of an indexing refuses no question, loses no document, and is said to the trainer until there is room', async (context) => {
  if (isMissing('prlimit')) context.skip('prlimit is not here to take the room with');
  const cwd = await mkdtemp(join(tmpdir(), 'repere-full-'));
  await writeFiles(join(cwd, 'corpus'), { 'kafka.md': lesson('Kafka', 3) });
  const program = spawnProgram(['main.ts'], { cwd, env: { PORT: '0' } });
  const { pid } = program.child;
  const [, url = ''] = await program.printed(/ready: (http:\S+)/);
  const token = /^Trainer’s token: (\S+)$/m.exec(program.stdout())?.[1] ?? '';
  const cookie = await enterAsTrainer(url, token);
  const send = (method: string, path: string, body?: string) =>
    fetch(`${url}/api/trainer/${path}`, {
      method,
      headers: { cookie, ...(body !== undefined && { 'content-type': 'text/markdown' }) },
      ...(body !== undefined && { body }),
    });
  const indexed = async (): Promise<TrainerDocuments> => {
    for (;;) {
      const view = (await (await send('GET', 'documents')).json()) as TrainerDocuments;
      if (['ready', 'failed'].includes(view.ingestion.stage)) return view;
      await sleep(50);
    }
  };
  const ask = async (question: string) => (await postAnswer(url, { question })).text();

  limitFiles(pid, room);
  const refused = await send('PUT', 'documents?path=large.md', lesson('Hudi', 8_000));
  expect(refused.status).toBe(507);
  expect((await refused.json()) as ErrorBody).toMatchObject({
    ...{ code: 'disk-full', retryable: true },
    message: 'There is no room on the disk for this change; free some and try again.',
  });
  expect(await readdir(join(cwd, 'corpus'))).toEqual(['kafka.md']);

  expect((await send('PUT', 'documents?path=spark.md', lesson('Spark', 1_500))).ok).toBe(true);
  const full = await indexed();
  expect(full.notes.join()).toMatch(/^The disk is full .*an earlier index is kept as it was/);
  for (const subject of ['Kafka', 'Spark']) {
    expect(await ask(`Que garde ${subject} ?`)).toMatch(
      /event: answer-end\n.*"decision":"answer"/s,
    );
  }

  limitFiles(pid, 'unlimited');
  await send('POST', 'ingestion');
  expect((await indexed()).notes).toEqual([]);
  expect(program.stdout() + program.stderr()).not.toMatch(/^\s+at /m);
  program.child.kill('SIGTERM');
  expect(await program.exited).toBe(0);
  await rm(cwd, { recursive: true });
});
