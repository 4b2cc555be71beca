import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionView } from '../contract/access.ts';
import type { DraftView } from '../contract/drafts.ts';
import { createApiClient } from '../testing/api-client.ts';
import { enterAsStudent } from '../testing/ask-server.ts';
import { fullDraft } from '../testing/critique-drafts.ts';
import { draftCourse } from '../testing/draft-course.ts';
import { enterWithDrafts } from '../testing/drafts-api.ts';
import { type SpawnedProgram, spawnProgram } from '../testing/spawn-program.ts';
import { writeFiles } from '../testing/write-files.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'repere-backup-'));
  await writeFiles(join(cwd, 'corpus'), await draftCourse('sc1'));
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

/** Entries from one address that the server lets in within some minutes, and fewer. */
const mostEntries = 150;

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

describe('backup and restore', { timeout: 180_000 }, () => {
  it('bring back all that was acknowledged, from a copy made while the server writes', async () => {
    const first = await start();
    const students = new Map<string, string | null>();
    const enter = async () => {
      const cookie = await enterAsStudent(first.url);
      students.set(cookie, await pseudonymOf(first.url, cookie));
    };
    for (let n = 0; n < 20; n += 1) await enter();
    const author = await enterWithDrafts(first.url);
    const draft = await author.sendAll({ task: 'sc1', text: fullDraft });
    const before = new Map(students);

    const copying = run('backup', 'kept.sqlite');
    let copied = false;
    void copying.then(() => (copied = true));
    while (!copied) {
      if (students.size < mostEntries) await enter();
      await sleep(20);
    }
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
    const again = createApiClient(second.url, { cookie: author.cookie() });
    const kept = (await (await again.call('GET', `/api/drafts/${draft}`)).json()) as DraftView;
    expect(kept).toMatchObject({ text: fullDraft, status: 'complete', language: 'fr' });
    expect(kept.critique?.criteria).toHaveLength(5);
    second.program.child.kill('SIGTERM');
    expect(await second.program.exited).toBe(0);
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
