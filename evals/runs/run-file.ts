import { type FileHandle, open, readFile, stat, truncate } from 'node:fs/promises';
import { isDiskFull, TutorError } from '../../server/errors.ts';
import {
  type Run,
  runEnd,
  type RunEnd,
  runHeader,
  type RunHeader,
  runRow,
  type RunRow,
} from './run-row.ts';

/** A run being written: lines are only ever added. */
export type RunWriter = {
  /** @throws {TutorError} `disk-full` */
  add(line: RunHeader | RunRow | RunEnd): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens a run for writing; what a killed process left of its last line is cut off first.
 * @throws {TutorError} `disk-full`
 */
export async function openRun(path: string): Promise<RunWriter> {
  await cutTornLine(path);
  const handle = await open(path, 'a');
  return { add: (line) => append(handle, path, line), close: () => handle.close() };
}

async function append(handle: FileHandle, path: string, line: object): Promise<void> {
  try {
    await handle.appendFile(`${JSON.stringify(line)}\n`);
  } catch (cause) {
    if (!isDiskFull(cause)) throw cause;
    throw new TutorError(
      'disk-full',
      `There is no room for ${path}: free some space and type the same command again, it goes on from there.`,
      { cause },
    );
  }
}

async function cutTornLine(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return;
  const bytes = await readFile(path);
  if (bytes.length === 0 || bytes.at(-1) === 10) return;
  await truncate(path, bytes.lastIndexOf(10) + 1);
}

/**
 * Reads a run; a torn last line is passed over.
 * @throws {Error} naming the file and the line when it is no run
 */
export async function readRun(path: string): Promise<Run> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`There is no run ${path}.`);
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const lines = whole.split('\n').slice(0, -1);
  const parse = <T>(line: string, at: number, schema: { parse(value: unknown): T }): T => {
    try {
      return schema.parse(JSON.parse(line));
    } catch (cause) {
      throw new Error(`${path}:${at + 1} is no line of a run; delete the file or mend the line.`, {
        cause,
      });
    }
  };
  const header = parse(lines[0] ?? '', 0, runHeader);
  const last = lines.at(-1) ?? '';
  const ended = lines.length > 1 && last.startsWith('{"kind":"end"');
  const rows = lines
    .slice(1, ended ? -1 : undefined)
    .map((line, at) => parse(line, at + 1, runRow));
  return { header, rows, end: ended ? parse(last, lines.length - 1, runEnd) : null };
}
