import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Generation } from '../../server/ingestion/generation-folders.ts';
import { readGeneration, writeGeneration } from '../../server/ingestion/index-generations.ts';
import { randomFrom } from '../statistics/random.ts';

/** A program that writes the index. */
export type WriterCommand = {
  readonly command: string;
  readonly args: readonly string[];
  /** Kills come at random within so many milliseconds of the program's first line of output. */
  readonly spreadMs: number;
};

/** What was found in the index folder after each kill. */
export type KillCounts = {
  /** The last generation that the writer had reported as written, or the one from before it was started. */
  readonly old: number;
  /** A later one, intact: the kill came after the switch and before the report. */
  readonly new: number;
  readonly none: number;
  /** Damaged, older than the last one reported, or served only because a reader went back to an earlier one. */
  readonly broken: number;
};

export type KillOptions = {
  /** The program to kill, given the index folder; by default one that writes small generations in a loop. */
  readonly writer?: (root: string) => WriterCommand;
  /** Whether an intact generation of the writer's is also one that can be used; by default every one is. */
  readonly usable?: (generation: Generation) => Promise<boolean>;
  /** Where to write; by default a temporary folder that is removed at the end. */
  readonly root?: string;
};

/**
 * Kills a writer with SIGKILL at random moments, and reads the index after each kill.
 *
 * A writer may print `written <generation>` when one is complete: from then on that one, or a later one, must be found.
 * It must print something when it begins. One that ends by itself before the kill is not counted and started anew.
 * @throws {Error} when the writer fails by itself, with what it printed.
 */
export async function killDuringWrites(
  kills: number,
  seed: number,
  options: KillOptions = {},
): Promise<KillCounts> {
  const root = options.root ?? (await mkdtemp(join(tmpdir(), 'repere-kill-')));
  const writer = (options.writer ?? loopingWriter)(root);
  const random = randomFrom(seed);
  const counts = { old: 0, new: 0, none: 0, broken: 0 };
  try {
    const first = await writeFirst(root);
    const { usable = async () => true } = options;
    const usableOrFirst = async (generation: Generation) =>
      generation.name === first || usable(generation);
    for (let done = 0, tries = 0; done < kills; tries += 1) {
      if (tries > 10 * kills + 10) throw new Error('The writer ends before it can be killed.');
      const before = await servedName(root);
      const { killed, reported } = await runAndKill(writer, random() * writer.spreadMs);
      if (!killed) continue;
      counts[await judge(root, reported ?? before, usableOrFirst)] += 1;
      done += 1;
    }
    return counts;
  } finally {
    if (options.root === undefined) await rm(root, { recursive: true, force: true });
  }
}

function loopingWriter(root: string): WriterCommand {
  const program = fileURLToPath(new URL('write-generations.ts', import.meta.url));
  return { command: process.execPath, args: ['--import', 'tsx', program, root], spreadMs: 120 };
}

async function writeFirst(root: string): Promise<string> {
  const sizes = { dimensions: 0, documents: 0, chunks: 0 };
  const manifest = { embeddingModel: 'none', ...sizes, corpusHash: '', settingsHash: '' };
  return writeGeneration(root, { files: new Map([['first.txt', Buffer.from('first')]]), manifest });
}

async function servedName(root: string): Promise<string> {
  const state = await readGeneration(root);
  return state.kind === 'ready' ? state.name : '';
}

/** Names are in the order of their writing. */
async function judge(
  root: string,
  old: string,
  usable: (generation: Generation) => Promise<boolean>,
): Promise<keyof KillCounts> {
  const state = await readGeneration(root);
  if (state.kind === 'missing') return 'none';
  if (state.kind === 'broken' || state.recoveredFrom !== undefined) return 'broken';
  if (!(await usable(state))) return 'broken';
  if (state.name === old) return 'old';
  return state.name > old ? 'new' : 'broken';
}

type Run = { readonly killed: boolean; readonly reported: string | null };

function runAndKill(writer: WriterCommand, delayMs: number): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(writer.command, writer.args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    let timer: NodeJS.Timeout | undefined;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      timer ??= setTimeout(() => child.kill('SIGKILL'), delayMs);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('error', reject);
    // `close` and not `exit`: what it had printed before the kill has then arrived.
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal !== 'SIGKILL' && code !== 0) {
        reject(new Error(`The writer failed (${signal ?? code}):\n${output}${errors}`));
      }
      const reported = [...output.matchAll(/^written (\S+)$/gm)].at(-1)?.[1] ?? null;
      resolve({ killed: signal === 'SIGKILL', reported });
    });
  });
}
