import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { StudentExport } from '../../server/contract/student-data.ts';
import { createStudentClient } from '../../server/testing/student-client.ts';
import { randomFrom } from '../statistics/random.ts';
import { type Acknowledged, createKilledStudent, type KilledStudent } from './killed-student.ts';
import { findLosses } from './find-losses.ts';

/** What was acknowledged before the kills, and what of it could not be found after them. */
export type ServerKills = {
  readonly kills: number;
  readonly questions: number;
  readonly answers: number;
  readonly ratings: number;
  readonly drafts: number;
  /** One sentence each. */
  readonly losses: readonly string[];
};

/** Students who work at once. */
const students = 3;
/** A kill comes once so many things at most were acknowledged, and within so many milliseconds of the last. */
const mostAcknowledged = 24;
const spreadMs = 40;

/**
 * Kills a server with SIGKILL at random moments while students ask, rate and send drafts, starts it again on the same
 * data folder, and looks for everything that had been acknowledged.
 * @param program the server; by default one with the real storage and HTTP over a slow tutor
 * @throws {Error} when the server does not start
 */
export async function killServer(
  kills: number,
  seed: number,
  program = fileURLToPath(new URL('serve-slowly.ts', import.meta.url)),
): Promise<ServerKills> {
  const folder = await mkdtemp(join(tmpdir(), 'repere-killed-'));
  const random = randomFrom(seed);
  const losses: string[] = [];
  const all: Acknowledged[] = [];
  let cookies: readonly string[] = [];
  try {
    for (let kill = 0; kill <= kills; kill += 1) {
      const { child, url } = await start(program, folder);
      if (kill === 0) cookies = await enter(url);
      losses.push(...(await lookFor(url, cookies, all)));
      if (kill < kills) all.push(...(await workUntilKilled({ child, url }, cookies, random)));
      else await end(child);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const count = (kind: Acknowledged['kind']) => all.filter((one) => one.kind === kind).length;
  return {
    ...{ kills, questions: count('question'), answers: count('answer') },
    ...{ ratings: count('rating'), drafts: count('draft'), losses },
  };
}

async function start(program: string, folder: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => resolve(text.trim()));
    child.on('exit', () => reject(new Error(`The server did not start:\n${errors}`)));
  });
  return { child, url };
}

const enter = async (url: string) =>
  Promise.all(
    Array.from({ length: students }, async () => (await createStudentClient(url)).cookie),
  );

/** Everything that each student's export does not hold, or holds otherwise than it was acknowledged. */
async function lookFor(url: string, cookies: readonly string[], all: readonly Acknowledged[]) {
  const exports = await Promise.all(
    cookies.map(async (cookie) =>
      (await createStudentClient(url, cookie)).get<StudentExport>('/api/student/export'),
    ),
  );
  return findLosses(exports, all);
}

/** Lets the students work until the server is killed; returns what was acknowledged until then. */
async function workUntilKilled(
  { child, url }: { readonly child: ChildProcess; readonly url: string },
  cookies: readonly string[],
  random: () => number,
): Promise<readonly Acknowledged[]> {
  let awaited = 1 + Math.floor(random() * mostAcknowledged);
  const due = new AbortController();
  const onAcknowledged = () => {
    awaited -= 1;
    if (awaited === 0) due.abort();
  };
  const working: KilledStudent[] = cookies.map((cookie) =>
    createKilledStudent({ url, cookie, random, onAcknowledged }),
  );
  const ended = Promise.all(working.map(({ work }) => work()));
  await Promise.race([once(due.signal, 'abort'), ended]);
  await sleep(random() * spreadMs);
  await end(child);
  await ended;
  return working.flatMap(({ acknowledged }) => acknowledged());
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
