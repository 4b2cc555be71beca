import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { writeFiles } from '../../server/testing/write-files.ts';
import { measureFirstLoad } from './first-load.ts';
import { firstLoadLimit } from './page-bench.ts';

it('counts what the page names, each once, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'repere-page-'));
  const files = {
    'index.html':
      '<link href="/a/x.css" rel="stylesheet"><script src="/a/y.js"></script><link href="/a/y.js">',
    'a/x.css': 'p{}',
    'a/y.js': 'import("./z.js")',
    'a/z.js': 'x'.repeat(1_000),
  };
  const { bytes, files: counted } = await measureFirstLoad(await writeFiles(folder, files));
  expect(counted.map(({ path }) => path)).toEqual(['index.html', 'a/x.css', 'a/y.js']);
  const sizes = counted.map(({ path }) => gzipSync(files[path as keyof typeof files]).length);
  expect(bytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
  await rm(folder, { recursive: true });
});

it('stays within its limit', async () => {
  const { bytes } = await measureFirstLoad(join(import.meta.dirname, '../../web/dist'));
  console.log(`First load of the page: ${(bytes / 1_000).toFixed(1)} kB after gzip.`);
  expect(bytes).toBeLessThanOrEqual(firstLoadLimit);
});
