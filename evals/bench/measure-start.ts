import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { enterAsStudent, postAnswer } from '../../server/testing/ask-server.ts';
import { type SpawnedProgram, spawnProgram } from '../../server/testing/spawn-program.ts';

/** The server as `npm start` runs it, over the project's course. */
export type StartTimes = {
  /** From the process's start until it is ready, with nothing indexed yet; milliseconds. */
  readonly firstMs: number;
  /** The same when the index is up to date. */
  readonly againMs: number;
  /** Whole answers, first to last, of a server that has just started; milliseconds. */
  readonly answerMs: readonly number[];
  /** Resident bytes after those answers; null where the system does not say. */
  readonly residentBytes: number | null;
};

const corpus = join(import.meta.dirname, '..', '..', 'corpus');
/** As many as a student may ask in a minute. */
const asked = 10;

/** Starts the built server twice in a folder of its own, and asks the second one. */
export async function measureStart(questions: readonly string[]): Promise<StartTimes> {
  const cwd = await mkdtemp(join(tmpdir(), 'repere-start-'));
  try {
    const first = await start(cwd);
    await stop(first.program);
    const again = await start(cwd);
    try {
      const cookie = await enterAsStudent(again.url);
      const answerMs: number[] = [];
      for (const question of questions.slice(0, asked)) {
        const before = performance.now();
        const response = await postAnswer(again.url, { question }, { headers: { cookie } });
        await response.text();
        if (!response.ok) throw new Error(`The server refused a question: ${response.status}.`);
        answerMs.push(performance.now() - before);
      }
      const residentBytes = await residentOf(again.program);
      return { firstMs: first.readyMs, againMs: again.readyMs, answerMs, residentBytes };
    } finally {
      await stop(again.program);
    }
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

async function start(cwd: string) {
  const before = performance.now();
  const env = { CORPUS_DIR: corpus, PORT: '0', LOG_LEVEL: 'silent' };
  const program = spawnProgram(['dist/main.js'], { cwd, env });
  const [, url = ''] = await program.printed(/ready: (http:\/\/127\.0\.0\.1:\d+)/);
  return { program, url, readyMs: performance.now() - before };
}

async function stop({ child, exited }: SpawnedProgram): Promise<void> {
  child.kill('SIGTERM');
  await exited;
}

async function residentOf({ child }: SpawnedProgram): Promise<number | null> {
  try {
    const args = ['-o', 'rss=', '-p', String(child.pid)];
    return Number((await promisify(execFile)('ps', args)).stdout) * 1_024;
  } catch {
    return null;
  }
}
