import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a browser fetches before the page can be used, in bytes after gzip at its usual level. */
export type FirstLoad = {
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly bytes: number;
};

/**
 * Adds up `index.html` and the scripts and styles that it names; what they fetch later, such as the trainer's pages, is
 * not part of it.
 * @param webDir the built page
 */
export async function measureFirstLoad(webDir: string): Promise<FirstLoad> {
  const index = await readFile(join(webDir, 'index.html'), 'utf8');
  const named = [...index.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css|svg))"/g)];
  const paths = ['index.html', ...new Set(named.map(([, path]) => path ?? ''))];
  const files = await Promise.all(
    paths.map(async (path) => ({
      path,
      bytes: gzipSync(await readFile(join(webDir, path))).length,
    })),
  );
  return { files, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
}
