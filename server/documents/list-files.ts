import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file, its size and when it was last written; the path is relative to the corpus folder, with `/`. */
export type ListedFile = {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modifiedMs: number;
};
/** What keeps a file out of the corpus, in one sentence. */
export type CorpusProblem = { readonly path: string; readonly reason: string };

/** Files that speak about the corpus rather than belong to it, and folders that are never part of it. */
export const ignoredName = /^(?:\..*|readme\.md|license.*|node_modules)$/i;

/**
 * Lists the files of a folder and its subfolders, sorted by path (code units, so the order is the same everywhere).
 *
 * Paths are relative, with `/`. Symbolic links are followed, each folder is visited once. A file or subfolder that cannot
 * be reached is a problem; the folder itself must be readable, else the error of the file system comes through.
 */
export async function listFiles(
  folder: string,
): Promise<{ files: readonly ListedFile[]; problems: readonly CorpusProblem[] }> {
  const files: ListedFile[] = [];
  const problems: CorpusProblem[] = [];
  const visited = new Set([await realpath(folder)]);

  async function visit(path: string, names: readonly string[]): Promise<void> {
    for (const name of names.toSorted()) {
      if (ignoredName.test(name)) continue;
      const entry = path === '' ? name : `${path}/${name}`;
      try {
        await list(entry);
      } catch (error) {
        problems.push({ path: entry, reason: `It cannot be read: ${refusalOf(error)}.` });
      }
    }
  }

  async function list(path: string): Promise<void> {
    const full = join(folder, path);
    const found = await stat(full);
    if (found.isFile()) files.push({ path, bytes: found.size, modifiedMs: found.mtimeMs });
    if (!found.isDirectory()) return;
    const real = await realpath(full);
    if (visited.has(real)) return;
    visited.add(real);
    await visit(path, await readdir(full));
  }

  await visit('', await readdir(folder));
  return { files: files.sort(byPath), problems: problems.sort(byPath) };
}

/** Why the file system refused, in a few words. */
export function refusalOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  const meaning: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ENOENT: 'it does not exist, or is a link to nothing',
    ENOTDIR: 'it is not a folder',
    ELOOP: 'it is a link to itself',
  };
  return meaning[code] ?? code;
}

/** Orders by path, in code units. */
export function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
