import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { TutorError } from '../../server/errors.ts';
import type { DeskAnswer, DeskRequest } from './desk-request.ts';

/** A request being worked on in a process of its own. */
export type Task = {
  /** Name of the run, once it has begun; rejects like {@link Task.result} when none does. */
  readonly begun: Promise<string>;
  /** What came of it. Rejects with `eval-failed` and the sentence that the process ended with. */
  readonly result: Promise<unknown>;
  /** Ends the process, and waits until it has. */
  stop(): Promise<void>;
};

/** The program and its first arguments; Node's own path comes before them. */
export const deskProgram: readonly string[] = [
  '--import',
  'tsx',
  join(import.meta.dirname, '..', 'eval.ts'),
  'desk',
];

/** How long a process that was told to stop may take before it is killed, in milliseconds. */
const stopMs = 3_000;

/** Longest complaint of a process that is kept, in characters. */
const longestComplaint = 600;

export type SpawnOptions = {
  readonly program: readonly string[];
  /** Variables that the process needs beside ours: the key of the endpoint. */
  readonly env: Readonly<Record<string, string>>;
};

/**
 * Starts a process at the lowest priority. It ends when its input does, and so with this one, however this one dies.
 */
export function spawnTask(request: DeskRequest, { program, env }: SpawnOptions): Task {
  const child = spawn(process.execPath, [...program], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  lower(child.pid);
  child.stdin.on('error', () => {}); // it ended before it had read: its exit says so
  child.stdin.write(`${JSON.stringify(request)}\n`);

  const begun = deferred<string>();
  const answered = deferred<unknown>();
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  for (const { promise } of [begun, answered]) promise.catch(() => {}); // whoever waits hears of it
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-longestComplaint);
  });
  eachLine(child.stdout, (line) => {
    const answer = JSON.parse(line) as DeskAnswer;
    if ('begun' in answer) begun.resolve(answer.begun);
    else answered.resolve(answer.result);
  });
  const fail = () => {
    const failure = new TutorError('eval-failed', sentenceOf(complaint));
    begun.reject(failure);
    answered.reject(failure);
  };
  child.once('error', fail);
  child.once('close', fail); // too late for what was answered before

  return {
    begun: begun.promise,
    result: answered.promise,
    async stop() {
      child.stdin.end();
      const late = setTimeout(() => child.kill('SIGKILL'), stopMs);
      await ended;
      clearTimeout(late);
    },
  };
}

/** A promise with its two ends. */
function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

function lower(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // Where it may not be lowered it runs as it is.
  }
}

function eachLine(stream: NodeJS.ReadableStream, take: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') take(line);
  });
}

/** The last thing that a process complained of; a stack trace is none of a trainer's business. */
function sentenceOf(complaint: string): string {
  const lines = complaint.trim().split('\n');
  const isTrace = lines.some((line) => /^\s+at /.test(line));
  return isTrace || lines[0] === ''
    ? 'The evals ended without a word; run npm run eval in a terminal to see why.'
    : lines.join(' ');
}
