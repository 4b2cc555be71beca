import {
  cp,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hangAt } from '../testing/hang-at.ts';
import { backUp } from './back-up.ts';
import { backupName, deleteOldBackups, stagePrefix } from './backup-files.ts';
import { restoreBackup } from './restore.ts';
import { openStore, storePath } from './store.ts';

let folder = '';
let dataDir = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-restore-'));
  dataDir = join(folder, 'data');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

/** Adds a class, or many of them, to the tables of a folder. */
async function addClasses(...names: readonly string[]): Promise<void> {
  const store = await openStore(dataDir);
  for (const name of names) {
    await store.tables
      .insertInto('classes')
      .values({
        ...{ id: name, name, code_hash: null, code_expires_at: null, open: 0 },
        created_at: '2026-01-01T00:00:00.000Z',
      })
      .execute();
  }
  // Else the log beside it holds every page, and damage to the file is undone by it.
  await store.checkpoint();
  await store.close();
}

async function classNames(dir = dataDir): Promise<readonly string[]> {
  const store = await openStore(dir);
  const rows = await store.tables.selectFrom('classes').select('name').orderBy('name').execute();
  await store.close();
  return rows.map(({ name }) => name);
}

describe('backUp and restoreBackup', () => {
  it('give back what was there, and keep what was there in between', async () => {
    await addClasses('avant é😀');
    const contents = await backUp(dataDir, at('b.sqlite'));
    expect(contents).toEqual({
      ...{ classes: 1, students: 0, turns: 0, drafts: 0 },
      retentionDays: 30,
    });
    await addClasses('après');
    const restored = await restoreBackup(dataDir, at('b.sqlite'), at('aside/old.sqlite'));
    expect(restored).toEqual({ contents, replaced: at('aside/old.sqlite') });
    expect(await classNames()).toEqual(['avant é😀']);
    await restoreBackup(dataDir, at('aside/old.sqlite'), at('aside/older.sqlite'));
    expect(await classNames()).toEqual(['après', 'avant é😀']);
    expect((await readdir(dataDir)).filter((name) => name.startsWith(stagePrefix))).toEqual([]);
  });

  it('lose nothing of a process that was killed, whose last words stand beside the tables', async () => {
    await addClasses('a');
    const store = await openStore(dataDir);
    await store.tables.updateTable('classes').set({ name: 'b' }).execute();
    // As after a kill: the log is full and nobody has folded it in.
    const log = await readFile(`${storePath(dataDir)}-wal`);
    const main = await readFile(storePath(dataDir));
    await store.close();
    await writeFile(`${storePath(dataDir)}-wal`, log);
    await writeFile(storePath(dataDir), main);
    expect(log.length).toBeGreaterThan(0);
    await backUp(dataDir, at('b.sqlite'));
    await restoreBackup(dataDir, at('b.sqlite'), at('old.sqlite'));
    expect(await classNames()).toEqual(['b']);
    await restoreBackup(dataDir, at('old.sqlite'), at('older.sqlite'));
    expect(await classNames()).toEqual(['b']);
  });

  it('write files that only their owner reads, and never over another file', async () => {
    await addClasses('a');
    await backUp(dataDir, at('backups/b.sqlite'));
    expect((await stat(at('backups/b.sqlite'))).mode & 0o077).toBe(0);
    expect((await stat(at('backups'))).mode & 0o077).toBe(0);
    await expect(backUp(dataDir, at('backups/b.sqlite'))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await readdir(at('backups'))).toEqual(['b.sqlite']);
    await restoreBackup(at('new'), at('backups/b.sqlite'), at('old.sqlite'));
    expect((await stat(storePath(at('new')))).mode & 0o077).toBe(0);
  });

  it('restore over damaged tables, and keep those', async () => {
    await addClasses('a');
    await backUp(dataDir, at('b.sqlite'));
    await writeFile(storePath(dataDir), 'damaged');
    await restoreBackup(dataDir, at('b.sqlite'), at('old.sqlite'));
    expect(await classNames()).toEqual(['a']);
    expect((await readFile(at('old.sqlite'), 'utf8')) === 'damaged').toBe(true);
  });

  it('refuse to copy damaged tables, and leave no half of a copy', async () => {
    await addClasses('a');
    await writeFile(storePath(dataDir), 'damaged '.repeat(1_000));
    await expect(backUp(dataDir, at('backups/b.sqlite'))).rejects.toMatchObject({
      code: 'data-broken',
    });
    expect(await readdir(at('backups'))).toEqual([]);
  });

  it('refuse a folder without tables, and make none', async () => {
    await expect(backUp(dataDir, at('b.sqlite'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(stat(dataDir)).rejects.toThrow();
  });

  it('refuse while another holds the data folder, which stays as it was', async () => {
    await addClasses('a');
    await backUp(dataDir, at('b.sqlite'));
    const store = await openStore(dataDir);
    await expect(restoreBackup(dataDir, at('b.sqlite'), at('old'))).rejects.toMatchObject({
      code: 'data-in-use',
    });
    expect(await store.tables.selectFrom('classes').selectAll().execute()).toHaveLength(1);
    await store.close();
  });
});

/** Copies a data folder; the database may still take a file of its own away while it is read, which begins it anew. */
async function copyStill(from: string, to: string): Promise<void> {
  const filter = (path: string) => !path.includes('in-use.lock');
  for (let left = 5; ; left -= 1) {
    try {
      return await cp(from, to, { recursive: true, filter });
    } catch (error) {
      if (left === 0 || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      await rm(to, { recursive: true, force: true });
    }
  }
}

describe('restoreBackup', () => {
  it.each(['whole', 'damaged'])(
    'leaves old tables that are %s, or the new ones, at whichever step it dies',
    async (what) => {
      await addClasses('old');
      const template = at('template');
      await cp(dataDir, template, { recursive: true });
      await addClasses('new');
      await backUp(dataDir, at('new.sqlite'));
      if (what === 'damaged') await writeFile(storePath(template), 'damaged');
      const served: string[] = [];
      for (let step = 0, done = false; !done; step += 1) {
        const dying = at(`dying-${step}`);
        await cp(template, dying, { recursive: true });
        const aside = join(dying, 'backups', 'old.sqlite');
        const hung = hangAt(step, (path) => path.startsWith(dying));
        const restoring = restoreBackup(dying, at('new.sqlite'), aside).then(() => true);
        done = await Promise.race([restoring, hung.reached.then(() => false)]);
        hung.undo();
        // Of a process that died, nothing is left but its files.
        const left = at(`left-${step}`);
        await copyStill(dying, left);
        const isDamaged = (await readFile(storePath(left))).toString('latin1') === 'damaged';
        served.push(isDamaged ? 'damaged' : (await classNames(left)).join());
      }
      const old = what === 'whole' ? 'old' : 'damaged';
      expect(served.length).toBeGreaterThan(6);
      expect([served[0], served.at(-1)]).toEqual([old, 'new,old']);
      expect(new Set(served)).toEqual(new Set([old, 'new,old']));
    },
  );

  const spoil: Readonly<Record<string, (path: string) => Promise<void>>> = {
    'a missing file': (path) => rm(path),
    'an empty file': (path) => truncate(path, 0),
    'another file': (path) => writeFile(path, 'id,name\n1,x\n'.repeat(1_000)),
    'half a file': async (path) => truncate(path, Math.floor((await stat(path)).size / 2)),
    'a file with a broken page': async (path) => {
      const bytes = await readFile(path);
      await writeFile(path, bytes.fill(0xa5, 8_192, 12_288));
    },
    'a database of something else': async (path) => {
      await rm(path);
      const other = await openStore(at('other'));
      await (other.tables as unknown as Kysely<unknown>).schema
        .dropTable('kysely_migration')
        .execute();
      other.copyTo(path);
      await other.close();
    },
    'a newer version': async (path) => {
      await rm(path);
      const other = await openStore(at('other'));
      await (other.tables as unknown as Kysely<{ kysely_migration: Record<string, string> }>)
        .insertInto('kysely_migration')
        .values({ name: '9999-future', timestamp: '2030-01-01T00:00:00.000Z' })
        .execute();
      other.copyTo(path);
      await other.close();
    },
    'a folder': async (path) => {
      await rm(path);
      await symlink(folder, path);
    },
  };

  it.each([
    ['a missing file', 'not-found', /^There is no file /],
    ['an empty file', 'data-broken', /is not a backup of this tutor/],
    ['another file', 'data-broken', /is not a backup of this tutor/],
    ['half a file', 'data-broken', /b\.sqlite is damaged, so nothing was done/],
    ['a file with a broken page', 'data-broken', /b\.sqlite is damaged, so nothing was done/],
    ['a database of something else', 'data-broken', /is not a backup of this tutor/],
    ['a newer version', 'data-broken', /written by a newer version of the tutor/],
    ['a folder', 'data-broken', /is not a backup of this tutor/],
  ])('refuses %s with one sentence, and changes nothing', async (what, code, message) => {
    await addClasses('a');
    await backUp(dataDir, at('b.sqlite'));
    await spoil[what]!(at('b.sqlite'));
    const files = await lastingFiles();
    const tables = await readFile(storePath(dataDir));
    await expect(restoreBackup(dataDir, at('b.sqlite'), at('old.sqlite'))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
    });
    expect(await lastingFiles()).toEqual(files);
    expect(await readFile(storePath(dataDir))).toEqual(tables);
    expect(await classNames()).toEqual(['a']);
  });

  /** Without the log beside the tables, which goes when the last reader is collected. */
  const lastingFiles = async () =>
    (await readdir(dataDir)).filter((name) => !/-(?:shm|wal)$/.test(name));
});

describe('deleteOldBackups', () => {
  it('deletes what is ours and older, whatever the files’ times say', async () => {
    const old = new Date('2026-01-01T08:30:00Z');
    const names = [
      backupName(old),
      backupName(old, '-replaced'),
      `${backupName(old, '-replaced')}-wal`,
      `${backupName(old)}.unfinished`,
      backupName(new Date('2026-02-01T00:00:00Z')),
      'mine.sqlite',
    ];
    for (const name of names) await writeFile(at(name), 'x');
    expect(await deleteOldBackups(folder, new Date('2026-01-15T00:00:00Z'))).toBe(2);
    expect(await readdir(folder)).toEqual(['mine.sqlite', names[4]]);
    expect(await deleteOldBackups(at('none'), new Date())).toBe(0);
  });
});
