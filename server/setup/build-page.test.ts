import { appendFile, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFiles } from '../testing/write-files.ts';
import { buildPage } from './build-page.mjs';

describe('buildPage', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'repere-build-'));
    await writeFiles(root, { 'package-lock.json': '{}', 'web/app.tsx': 'a', 'web/api/b.ts': 'b' });
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  /** Whether the page was built. */
  const built = async () => {
    await mkdir(join(root, 'web', 'dist'), { recursive: true });
    let runs = 0;
    buildPage(root, () => (runs += 1));
    return runs === 1;
  };

  it('builds a page that is missing, and not one whose sources are the same', async () => {
    expect(await built()).toBe(true);
    expect(await built()).toBe(false);
    await utimes(join(root, 'web/app.tsx'), 1, 1);
    expect(await built()).toBe(false);
  });

  it.each([
    ['a file changed', () => appendFile(join(root, 'web/api/b.ts'), '!')],
    ['a file is new', () => writeFile(join(root, 'web/api/c.ts'), '')],
    ['a file is gone', () => rm(join(root, 'web/api/b.ts'))],
    ['the packages changed', () => writeFile(join(root, 'package-lock.json'), '[]')],
    ['the page is gone', () => rm(join(root, 'web/dist'), { recursive: true })],
  ])('builds again when %s', async (_name, change) => {
    await built();
    await change();
    expect(await built()).toBe(true);
  });

  it('leaves the page alone when only a test changed', async () => {
    await built();
    await writeFiles(root, { 'web/app.test.tsx': 'x', 'web/testing/x.ts': 'x' });
    expect(await built()).toBe(false);
  });
});
