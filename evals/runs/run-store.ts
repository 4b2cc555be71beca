import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readRun } from './run-file.ts';
import { type Run, runHeader, type RunHeader } from './run-row.ts';

/** The runs of a folder. */
export type RunStore = {
  readonly folder: string;
  /** Headers of all runs, oldest first; files that are no runs are passed over. */
  headers(): Promise<readonly RunHeader[]>;
  path(run: string): string;
  /** @throws {Error} in one sentence when there is none of that name */
  read(run: string): Promise<Run>;
};

/** Opens the folder of the runs, made when it is missing. */
export async function openRunStore(folder: string): Promise<RunStore> {
  await mkdir(folder, { recursive: true });
  const path = (run: string) => join(folder, `${run}.jsonl`);
  return {
    folder,
    path,
    async headers() {
      const files = (await readdir(folder)).filter((file) => file.endsWith('.jsonl')).sort();
      const headers = await Promise.all(files.map((file) => readHeader(join(folder, file))));
      return headers.filter((header) => header !== null);
    },
    async read(run) {
      if (/[\\/]/.test(run)) throw new Error(`"${run}" is not the name of a run.`);
      return readRun(path(run));
    },
  };
}

/** More than a header has. */
const headerBytes = 65_536;

async function readHeader(path: string): Promise<RunHeader | null> {
  const handle = await open(path);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    const [line] = buffer.toString('utf8', 0, bytesRead).split('\n', 1);
    const parsed = runHeader.safeParse(JSON.parse(line ?? ''));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}
