import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, storePath } from './store.ts';

let dataDir = '';
beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'repere-store-'))));
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const createdAt = '2026-01-01T00:00:00.000Z';
const aClass = (id: string, name = id) => ({
  ...{ id, name, code_hash: null, code_expires_at: null, open: 0, created_at: createdAt },
});

/** Every byte of the data folder. */
async function bytesOf(folder: string): Promise<string> {
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')));
  return texts.join('\n');
}

describe('openStore', () => {
  it('keeps what was written', async () => {
    const first = await openStore(dataDir);
    await first.tables.insertInto('classes').values(aClass('é😀')).execute();
    await first.close();
    const second = await openStore(dataDir);
    expect(await second.tables.selectFrom('classes').selectAll().execute()).toEqual([
      aClass('é😀'),
    ]);
    await second.close();
  });

  // Windows has no such permissions.
  it.skipIf(process.platform === 'win32')(
    'lets nobody else read what it makes, and leaves what is there as it is',
    async () => {
      const folder = join(dataDir, 'new');
      const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
      const store = await openStore(folder);
      await store.tables.insertInto('classes').values(aClass('c')).execute();
      expect(await modeOf(folder)).toBe(0o700);
      for (const beside of ['', '-wal', '-shm'])
        expect([beside, await modeOf(storePath(folder) + beside)]).toEqual([beside, 0o600]);
      await store.close();
      await chmod(storePath(folder), 0o640);
      await (await openStore(folder)).close();
      expect(await modeOf(storePath(folder))).toBe(0o640);
    },
  );

  it('deletes with a student what belongs to the student', async () => {
    const store = await openStore(dataDir);
    const { tables } = store;
    await tables.insertInto('classes').values(aClass('c')).execute();
    const student = {
      id: 's',
      class_id: 'c',
      pseudonym: 'p',
      recovery_hash: 'h',
      created_at: createdAt,
    };
    await tables.insertInto('students').values(student).execute();
    const times = { created_at: createdAt, updated_at: createdAt };
    await tables
      .insertInto('conversations')
      .values({ id: 'v', student_id: 's', title: null, ledger: null, ...times })
      .execute();
    await tables.deleteFrom('classes').execute();
    expect(await tables.selectFrom('conversations').selectAll().execute()).toEqual([]);
    await store.close();
  });

  it('leaves no byte of what was deleted, once checkpointed', async () => {
    const store = await openStore(dataDir);
    const secret = 'secret-à-effacer-'.repeat(2_000);
    await store.tables.insertInto('classes').values(aClass('c', secret)).execute();
    expect(await bytesOf(dataDir)).toContain('secret-');
    await store.tables.deleteFrom('classes').execute();
    await store.checkpoint();
    expect(await bytesOf(dataDir)).not.toContain('secret-');
    await store.close();
  });

  it('has on the disk what it acknowledges, also after another process held the tables', async () => {
    const { tables, close } = await openStore(dataDir);
    const other = new Database(storePath(dataDir), { timeout: 0 });
    other.exec('BEGIN IMMEDIATE');
    const refusal = { code: 'storage-unavailable' };
    await expect(tables.insertInto('classes').values(aClass('a')).execute()).rejects.toMatchObject(
      refusal,
    );
    await expect(
      tables.transaction().execute(async (transaction) => {
        await transaction.insertInto('classes').values(aClass('b')).execute();
      }),
    ).rejects.toMatchObject(refusal);
    other.exec('ROLLBACK');
    await tables.insertInto('classes').values(aClass('c')).execute();
    expect(other.prepare('SELECT id FROM classes').pluck().all([])).toEqual(['c']);
    other.exec('BEGIN IMMEDIATE'); // nothing is held any more
    other.exec('ROLLBACK');
    other.close();
    await close();
  });

  it('checkpoints in its turn, not in the middle of a transaction', async () => {
    const { tables, checkpoint, close } = await openStore(dataDir);
    const insert = (id: string) =>
      tables.transaction().execute(async (transaction) => {
        await transaction.insertInto('classes').values(aClass(id)).execute();
        await transaction.deleteFrom('classes').where('id', '=', id).execute();
      });
    const ids = Array.from({ length: 20 }, (_, n) => `secret-${n}`);
    await Promise.all(ids.flatMap((id) => [insert(id), checkpoint()]));
    expect(await bytesOf(dataDir)).not.toContain('secret-');
    await close();
  });

  it('refuses a second opening with one sentence, and allows one after the first has closed', async () => {
    const first = await openStore(dataDir);
    await expect(openStore(dataDir)).rejects.toMatchObject({ code: 'data-in-use' });
    await first.close();
    await (await openStore(dataDir)).close();
  });

  it('refuses a second process, and is free again when the first is killed', async () => {
    const module = join(import.meta.dirname, 'store.ts');
    const script = `const { openStore } = await import(${JSON.stringify(module)}); await openStore(${JSON.stringify(dataDir)}); console.log('open'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    await once(child.stdout, 'data');
    await expect(openStore(dataDir)).rejects.toMatchObject({ code: 'data-in-use' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await openStore(dataDir)).close();
  });

  it('copies itself whole while it is open', async () => {
    const store = await openStore(dataDir);
    await store.tables.insertInto('classes').values(aClass('c')).execute();
    const other = await mkdtemp(join(tmpdir(), 'repere-copy-'));
    store.copyTo(storePath(other));
    const copy = await openStore(other);
    expect(await copy.tables.selectFrom('classes').selectAll().execute()).toHaveLength(1);
    await copy.close();
    await store.close();
    await rm(other, { recursive: true });
  });

  it.each(['not a database at all, but long enough to be looked at '.repeat(40)])(
    'says of a damaged file what to do',
    async (content) => {
      await writeFile(storePath(dataDir), content);
      await expect(openStore(dataDir)).rejects.toMatchObject({ code: 'data-broken' });
      await rm(storePath(dataDir));
      await (await openStore(dataDir)).close();
    },
  );

  it('says of tables made by a newer version that they are', async () => {
    const store = await openStore(dataDir);
    await (store.tables as unknown as Kysely<{ kysely_migration: Record<string, string> }>)
      .insertInto('kysely_migration')
      .values({ name: '9999-future', timestamp: createdAt })
      .execute();
    await store.close();
    await expect(openStore(dataDir)).rejects.toMatchObject({ code: 'data-broken' });
  });
});
