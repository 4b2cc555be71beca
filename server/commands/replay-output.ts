import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode, isDiskFull, TutorError } from '../errors.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Where answers are written; nothing is there before `commit`. */
export type ReplayOutput = {
  write(text: string): Promise<void>;
  commit(): Promise<void>;
  /** Removes what was not committed. */
  discard(): Promise<void>;
};

/**
 * Opens a file for the answers, beside which they are gathered and into which they are renamed at the end; `-` is
 * the standard output, which takes them as they come.
 * @throws {UsageError} when it cannot be written, or is the file that is `read`
 */
export async function openOutput(path: string, read: string): Promise<ReplayOutput> {
  if (path === '-') return openStandardOutput();
  const target = resolve(path);
  if (target === resolve(read)) {
    throw new UsageError(`${target} would replace the cases: name another file for the answers.`);
  }
  const found = await stat(target).catch(() => null);
  if (found && !found.isFile()) {
    throw new UsageError(`${target} is no file: name a file for the answers.`);
  }
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const handle = await open(temporary, 'wx').catch((error: unknown) => {
    throw new UsageError(
      `${target} cannot be written (${errorCode(error)}): its folder must exist and be yours.`,
    );
  });
  return fileOutput(handle, temporary, target);
}

function fileOutput(handle: FileHandle, temporary: string, target: string): ReplayOutput {
  let committed = false;
  return {
    write: async (text) => {
      await handle.appendFile(text).catch((cause: unknown) => {
        if (!isDiskFull(cause)) throw cause;
        const message = `There is no room for ${target}: free some space and replay again.`;
        throw new TutorError('disk-full', message, { cause });
      });
    },
    commit: async () => {
      await handle.sync();
      await handle.close();
      await rename(temporary, target);
      committed = true;
    },
    discard: async () => {
      if (committed) return;
      await handle.close().catch(() => {});
      await rm(temporary, { force: true });
    },
  };
}

function openStandardOutput(): ReplayOutput {
  const nothing = () => Promise.resolve();
  return {
    write: (text) =>
      new Promise((done, fail) => {
        process.stdout.write(text, (error) => (error ? fail(error) : done()));
      }),
    commit: nothing,
    discard: nothing,
  };
}
