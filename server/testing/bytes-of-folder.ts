import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Every byte of every file of a folder, one after the other; texts are looked for in it with `includes`.
 * A file that goes away meanwhile counts for nothing.
 */
export async function bytesOfFolder(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Buffer.concat(
    await Promise.all(
      files.map(({ parentPath, name }) =>
        readFile(join(parentPath, name)).catch(() => Buffer.alloc(0)),
      ),
    ),
  );
}
