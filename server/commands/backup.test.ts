import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionView } from '../contract/access.ts';
import { enterAsStudent } from '../testing/ask-server.ts';
import { type SpawnedProgram, spawnProgram } from '../testing/spawn-program.ts';
import { writeFiles } from '../testing/write-files.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'repere-backup-'));
  await writeFiles(join(cwd, 'corpus'), {
    'kafka.md': '# Kafka\n\nKafka est une plateforme distribuée de flux d’événements.\n',
  });
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

const data = (): string => join(cwd, 'data');

async function start(): Promise<{ readonly program: SpawnedProgram; readonly url: string }> {
  const program = spawnProgram(['main.ts'], { cwd, env: { PORT: '0', LOG_LEVEL: 'silent' } });
  const [, url = ''] = await program.printed(/ready: (http:\/\/127\.0\.0\.1:\d+)/);
  return { program, url };
}

async function run(...args: readonly string[]) {
  const program = spawnProgram(['cli.ts', ...args], { cwd });
  const code = await program.exited;
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

/** Who a cookie is taken for; `null` for nobody. */
async function pseudonymOf(url: string, cookie: string): Promise<string | null> {
  const response = await fetch(`${url}/api/session`, { headers: { cookie } });
  return ((await response.json()) as SessionView).student?.pseudonym ?? null;
}

describe('backup and restore', () => {
  it('bring back all that was acknowledged, from a copy made while the server writes', async () => {
    const first = await start();
    const students = new Map<string, string | null>();
    const enter = async () => {
      const cookie = await enterAsStudent(first.url);
      students.set(cookie, await pseudonymOf(first.url, cookie));
    };
    for (let n = 0; n < 20; n += 1) await enter();
    const before = new Map(students);

    const copying = run('backup', 'kept.sqlite');
    let copied = false;
    void copying.then(() => (copied = true));
    while (!copied) await enter();
    const { code, stdout, stderr } = await copying;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(students.size).toBeGreaterThan(before.size);
    expect(stdout).toMatch(/^Backup written: .*kept\.sqlite\nIt holds 1 class, \d+ students, /);
    expect(stdout).toMatch(/does not hold the documents.*CORPUS_DIR/);
    expect(stdout).toMatch(/What students delete later stays in it/);

    const refused = await run('restore', 'kept.sqlite');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^Another tutor is using the data folder .*data: stop it/);

    first.program.child.kill('SIGKILL');
    await first.program.exited;
    await rm(data(), { recursive: true });
    const restored = await run('restore', 'kept.sqlite');
    expect(restored.stderr).toBe('');
    expect(restored.stdout).toMatch(/^Restored into .*data: 1 class, /);

    const second = await start();
    for (const [cookie, pseudonym] of before) {
      expect(await pseudonymOf(second.url, cookie)).toBe(pseudonym);
    }
    second.program.child.kill('SIGTERM');
    expect(await second.program.exited).toBe(0);
  });

  it('serve the old tables or the new whenever restoring is killed', async () => {
    const { program, url } = await start();
    const early = await enterAsStudent(url);
    const { code } = await run('backup', 'early.sqlite');
    expect(code).toBe(0);
    const late = await enterAsStudent(url);
    program.child.kill('SIGTERM');
    await program.exited;
    // A restoring takes some 500 ms, most of it to start.
    for (const afterMs of [250, 350, 400, 425, 450, 475, 500, 550]) {
      const restoring = spawnProgram(['cli.ts', 'restore', 'early.sqlite'], { cwd });
      await sleep(afterMs);
      restoring.child.kill('SIGKILL');
      await restoring.exited;
    }
    const again = await start();
    expect(await pseudonymOf(again.url, early)).not.toBeNull();
    expect((await readdir(data())).filter((name) => name.startsWith('.restoring-'))).toEqual([]);
    again.program.child.kill('SIGTERM');
    await again.program.exited;
    expect(await run('restore', 'early.sqlite')).toMatchObject({ code: 0 });
    const last = await start();
    expect(await pseudonymOf(last.url, early)).not.toBeNull();
    expect(await pseudonymOf(last.url, late)).toBeNull();
    last.program.child.kill('SIGTERM');
    await last.program.exited;
  });

  it.each<[string, readonly string[], number, RegExp]>([
    [
      'two files to write',
      ['backup', 'a', 'b'],
      2,
      /^backup takes one file\. Usage: npm run backup/,
    ],
    ['no file to restore', ['restore'], 2, /^restore takes one file\. Usage: npm run restore/],
    ['a missing file', ['restore', 'none.sqlite'], 1, /^There is no file .*none\.sqlite/],
    ['another file', ['restore', 'corpus/kafka.md'], 1, /is not a backup of this tutor/],
  ])('say one sentence about %s', async (_name, args, code, sentence) => {
    const result = await run(...args);
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toMatch(sentence);
    expect(result.stderr).not.toMatch(/^\s+at /m);
  });

  it('puts the copy into a folder under the time of its making, and deletes those of another season', async () => {
    await writeFiles(join(data(), 'backups'), {
      'repere-2020-01-01T00-00-00Z.sqlite': 'x',
      'mine.sqlite': 'x',
    });
    const { stdout } = await run('backup');
    expect(stdout).toMatch(/keep a copy on another disk/);
    expect(stdout).toMatch(/^Deleted 1 of more than 30 days\.$/m);
    expect(await readdir(join(data(), 'backups'))).toEqual(
      expect.arrayContaining([
        'mine.sqlite',
        expect.stringMatching(/^repere-20\d\d-\d\d-\d\dT\d\d-\d\d-\d\dZ\.sqlite$/),
      ]),
    );
  });
});
