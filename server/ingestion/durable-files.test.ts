import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TutorError } from '../errors.ts';
import { writeFiles } from '../testing/write-files.ts';
import { createFolder, writeFailure } from './durable-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await writeFiles(await mkdtemp(join(tmpdir(), 'durable-')), { file: 'x' });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('createFolder', () => {
  it('returns the outermost folder that was missing, and nothing for one that exists', async () => {
    expect(await createFolder(join(folder, 'a', 'b', 'c'))).toBe(join(folder, 'a'));
    expect((await stat(join(folder, 'a', 'b', 'c'))).isDirectory()).toBe(true);
    expect(await createFolder(join(folder, 'a', 'b', 'd'))).toBe(join(folder, 'a', 'b', 'd'));
    expect(await createFolder(folder)).toBeNull();
  });

  it('makes way for others that create the same folders', async () => {
    const path = join(folder, 'a', 'b', 'c');
    await Promise.all(Array.from({ length: 8 }, () => createFolder(path)));
    expect((await stat(path)).isDirectory()).toBe(true);
  });

  it('fails where a file stands in the way', async () => {
    await expect(createFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(createFolder(join(folder, 'file', 'a'))).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
  });

  it.skipIf(process.platform !== 'linux')('comes back from /proc, which refuses', async () => {
    await expect(createFolder('/proc/none/data')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('writeFailure', () => {
  const failure = (code: string, names: object = {}) =>
    writeFailure(Object.assign(new Error(code), { code, ...names }), '/srv/data/index');

  it.each(['ENOSPC', 'EDQUOT'])('says of %s that room is needed and nothing lost', (code) => {
    const error = failure(code);
    expect(error).toMatchObject({ code: 'disk-full' });
    expect((error as TutorError).message).toMatch(/srv.data.index.*free some space.*kept/);
  });

  it.each(['EACCES', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'ENOENT'])(
    'says of %s what is in the way, where, and what to set',
    (code) => {
      const error = failure(code, { path: '/srv/data/index/lock' });
      expect(error).toMatchObject({ code: 'settings-wrong' });
      const { message } = error as TutorError;
      expect(message).toMatch(/^The index cannot be written to \/srv\/data\/index: .+DATA_DIR/);
      expect(message).toContain(`(${code}, /srv/data/index/lock)`);
      expect(message).not.toContain('\n');
    },
  );

  it('names the new name of a renaming, and the folder where none is known', () => {
    const names = { path: '/srv/data/index/.tmp-1', dest: '/srv/data/index/current' };
    expect((failure('EISDIR', names) as TutorError).message).toContain('index/current)');
    expect((failure('EROFS') as TutorError).message).toContain('(EROFS, /srv/data/index)');
  });

  it('leaves alone what nobody can act on', () => {
    for (const cause of [new RangeError('bug'), 'text', new TutorError('index-locked', 'Wait.')]) {
      expect(writeFailure(cause, '/srv')).toBe(cause);
    }
  });
});
