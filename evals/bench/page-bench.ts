import { join } from 'node:path';
import { measureFirstLoad } from './first-load.ts';
import { table } from './table.ts';
import { targetTable } from './targets.ts';

/** Most bytes of the first load, after gzip. */
export const firstLoadLimit = 250_000;

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

/** Measures the page as it is built in `web/dist`. */
export async function pageBench(): Promise<string> {
  const { files, bytes } = await measureFirstLoad(join(import.meta.dirname, '../../web/dist'));
  return [
    'Page, first load after gzip',
    table(
      ['file', ''],
      files.map((file) => [file.path, kilobytes(file.bytes)]),
    ),
    targetTable([
      { target: { name: 'first load', atMost: firstLoadLimit }, measured: bytes, show: kilobytes },
    ]),
  ].join('\n\n');
}
