import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readStream, type ReadStream } from './read-stream.ts';

/** What the server's process takes at one moment. */
export type ServerUse = {
  readonly cpuMs: number;
  readonly rssBytes: number;
  /** How late its event loop was since the last look, 99th percentile. */
  readonly loopP99Ms: number;
  readonly sockets: number;
  readonly timers: number;
};

/** What it took to let many students read an answer at once. */
export type StreamTimes = {
  readonly streams: number;
  /** Those that ended with an `answer-end`. */
  readonly complete: number;
  /** Of one processor, while all streams ran. */
  readonly cpuShare: number;
  readonly addedBytes: number;
  readonly loopP99Ms: number;
  /** Between two pieces of text of one stream, as the student receives them, in milliseconds. */
  readonly gapsMs: readonly number[];
  /** Sockets and timers of the server before, and some seconds after. */
  readonly held: readonly [before: ServerUse, after: ServerUse];
};

/** Words that an endpoint says to each student, and the pause between two: 20 a second. */
const words = 200;
const pauseMs = 50;

/** Questions are not asked in the very same millisecond. */
const spreadMs = 4_000;

/** Within this long the server closes connections that nobody uses any more, in milliseconds. */
const settleMs = 8_000;

/** Lets so many students ask at once; endpoint, server and students are three processes. */
export async function measureStreams(streams: number): Promise<StreamTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'repere-streams-'));
  const lesson = '# Kafka\n\nKafka est une plateforme distribuée de flux d’événements.\n';
  await mkdir(join(folder, 'corpus'));
  await writeFile(join(folder, 'corpus', 'kafka.md'), lesson);
  const endpoint = start('stream-endpoint.ts', [String(words), String(pauseMs)]);
  const server = start('stream-server.ts', [folder, await endpoint.line(), String(streams)]);
  try {
    const { url, cookies } = JSON.parse(await server.line()) as Served;
    const look = async () => {
      server.child.stdin?.write('\n');
      return JSON.parse(await server.line()) as ServerUse;
    };
    // One answer first, so that what every answer needs is loaded.
    await readStream(url, cookies[0]!);
    const before = await look();
    const reading = cookies.map(async (cookie, n) => {
      await sleep((n * spreadMs) / streams);
      return readStream(url, cookie);
    });
    await sleep(spreadMs);
    const begun = await look();
    const seconds = (words * pauseMs) / 1_000 - spreadMs / 1_000;
    await sleep(seconds * 1_000 * 0.9);
    const full = await look();
    const read = await Promise.all(reading);
    await sleep(settleMs);
    return summary(read, { before, begun, full, after: await look() }, seconds * 0.9);
  } finally {
    await Promise.all([endpoint.end(), server.end()]);
    await rm(folder, { recursive: true, force: true });
  }
}

type Served = { readonly url: string; readonly cookies: readonly string[] };
type Looks = Readonly<Record<'before' | 'begun' | 'full' | 'after', ServerUse>>;

function summary(
  read: readonly ReadStream[],
  { before, begun, full, after }: Looks,
  seconds: number,
): StreamTimes {
  return {
    streams: read.length,
    complete: read.filter(({ isComplete }) => isComplete).length,
    cpuShare: (full.cpuMs - begun.cpuMs) / (seconds * 1_000),
    addedBytes: full.rssBytes - before.rssBytes,
    loopP99Ms: full.loopP99Ms,
    gapsMs: read.flatMap(({ gapsMs }) => gapsMs),
    held: [before, after],
  };
}

function start(file: string, args: readonly string[]) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    child,
    async line(): Promise<string> {
      const next = await lines.next();
      if (next.done) throw new Error(`${file} ended before it said anything more.`);
      return next.value;
    },
    async end(): Promise<void> {
      if (child.exitCode !== null) return;
      child.stdin?.end();
      const stuck = setTimeout(() => child.kill('SIGKILL'), 2_000);
      await once(child, 'exit');
      clearTimeout(stuck);
    },
  };
}
