import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The first 16 hexadecimal digits of the SHA-256 of a value's JSON. */
export const hashOf = (value: unknown): string => digest(JSON.stringify(value));

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Names the content of folders: every file's path and bytes, those that `keep` refuses left out. */
export async function hashFolders(
  folders: readonly string[],
  keep: (path: string) => boolean = () => true,
): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(keep)
      .sort();
    for (const path of paths) {
      const bytes = await readFile(path);
      hash.update(`${path.slice(folder.length)}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

const project = join(import.meta.dirname, '..', '..');

/** Folders whose programs decide what a row says. */
const deciding = ['bench', 'cases', 'guard', 'recordings', 'runs', 'scorers', 'suites'];

/** Names the program that measures: the tutor, the scorers, the key of the exam and the recordings; tests left out. */
export async function hashSource(): Promise<string> {
  const folders = ['server', ...deciding.map((name) => join('evals', name))];
  return hashFolders(
    folders.map((folder) => join(project, folder)),
    // Cases are named by hashes of their own.
    (path) => /\.(?:ts|yaml)$|recordings.+\.jsonl$/.test(path) && !/\.test\.tsx?$/.test(path),
  );
}

/** The commit, with `+` when files differ from it; `unknown` outside a repository. */
export async function gitSha(folder: string = project): Promise<string> {
  const git = async (...args: string[]) =>
    (await promisify(execFile)('git', args, { cwd: folder })).stdout.trim();
  try {
    const sha = await git('rev-parse', '--short=12', 'HEAD');
    return (await git('status', '--porcelain')) === '' ? sha : `${sha}+`;
  } catch {
    return 'unknown';
  }
}
