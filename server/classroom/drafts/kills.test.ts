import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fullDraft, thinDraft } from '../../testing/critique-drafts.ts';
import { draftCourse } from '../../testing/draft-course.ts';
import {
  draftIdIn,
  type DraftStudent,
  enterWithDrafts,
  firstDraftEvent,
  parseDraftEvents,
  readDraftEvents,
} from '../../testing/drafts-api.ts';
import { createModelEndpoint } from '../../testing/model-endpoint.ts';
import { type SpawnedProgram, spawnProgram } from '../../testing/spawn-program.ts';
import { writeFiles } from '../../testing/write-files.ts';

/** Kills of the real server while drafts are written, read and deleted. */
const kills = 4;

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'repere-kills-'));
  await writeFiles(join(cwd, 'corpus'), await draftCourse('sc1', 'sc2'));
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

let running: SpawnedProgram | null = null;
afterEach(async () => {
  if (running) await kill(running);
});

async function start(env: Record<string, string> = {}) {
  // On one port throughout, so that a student who entered can be asked as again.
  const program = spawnProgram(['main.ts'], {
    cwd,
    env: { PORT: port, LOG_LEVEL: 'silent', ...env },
  });
  running = program;
  const [, url = ''] = await program.printed(/ready: (http:\/\/127\.0\.0\.1:\d+)/);
  port = new URL(url).port;
  return { program, url };
}
let port = '0';

async function kill({ child, exited }: SpawnedProgram): Promise<void> {
  running = null;
  child.kill('SIGKILL');
  await exited;
}

/** What a student sent, and how far its answer came before the server was killed. */
type Sent = {
  readonly student: DraftStudent;
  readonly text: string;
  /** `null` where the server had not said that it is stored. */
  readonly id: string | null;
  readonly isComplete: boolean;
};

async function sendUntilKilled(url: string, n: number, onBytes: () => void): Promise<Sent | null> {
  const student = await enterWithDrafts(url).catch(() => null);
  if (!student) return null;
  const text = `${fullDraft}\nÉlève numéro ${n} 😀.`;
  let came = '';
  try {
    const response = await student.send({ task: n % 2 ? 'sc1' : 'sc2', text });
    for await (const bytes of response.body ?? []) {
      came += new TextDecoder().decode(bytes);
      onBytes();
    }
  } catch {
    // The connection was cut.
  }
  const events = parseDraftEvents(came);
  const id = events.length > 0 ? draftIdIn(events) : null;
  return { student, text, id, isComplete: events.at(-1)?.event.type === 'critique-end' };
}

describe('a server that is killed', { timeout: 180_000 }, () => {
  it('keeps every draft that it acknowledged, and leaves none being read', async () => {
    const all: Sent[] = [];
    for (let round = 0; round < kills; round += 1) {
      const { program, url } = await start();
      let came = () => {};
      const begun = new Promise<void>((resolve) => (came = resolve));
      const sending = Array.from({ length: 8 }, async (_, at) => {
        await sleep(at * 40);
        return sendUntilKilled(url, round * 8 + at, came);
      });
      await begun;
      await sleep(round * 60);
      await kill(program);
      all.push(...(await Promise.all(sending)).filter((one) => one !== null));
    }
    const { program } = await start();
    const acknowledged = all.filter(({ id }) => id !== null);
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const { student, id, text, isComplete } of acknowledged) {
      const view = await student.view(id!);
      expect(view.text).toBe(text);
      if (isComplete) expect(view).toMatchObject({ status: 'complete', model: 'offline' });
      else expect(view.status).toMatch(/^(complete|interrupted)$/);
      expect(view.critique === null).toBe(view.status !== 'complete');
    }
    await kill(program);
  });

  it('in the midst of a reading keeps the text, and reads it again when it is asked to', async () => {
    const endpoint = await createModelEndpoint();
    try {
      endpoint.script({ steps: ['stall'] });
      const first = await start({ OPENAI_BASE_URL: endpoint.baseUrl, CHAT_MODEL: 'm' });
      const student = await enterWithDrafts(first.url);
      const { id } = await firstDraftEvent(await student.send({ task: 'sc1', text: fullDraft }));
      while (endpoint.requests.length === 0) await sleep(20);
      expect((await student.view(id)).status).toBe('streaming');
      await kill(first.program);

      const second = await start();
      expect(await student.view(id)).toMatchObject({
        ...{ text: fullDraft, status: 'interrupted', failure: 'model-interrupted', critique: null },
      });
      const told = await readDraftEvents(await student.call('GET', `/api/drafts/${id}/events`));
      expect(told.map(({ event }) => event.type)).toEqual(['draft-stored', 'error']);
      const again = await readDraftEvents(await student.call('POST', `/api/drafts/${id}/retry`));
      expect(again.at(-1)?.event.type).toBe('critique-end');
      expect(await student.view(id)).toMatchObject({ status: 'complete', failure: null });
      await kill(second.program);
    } finally {
      await endpoint.close();
    }
  });
});

/** Every byte of a folder and those in it. */
async function bytesOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')),
  );
  return texts.join('\n');
}

describe('a deleted draft', { timeout: 180_000 }, () => {
  it('is nowhere in the data folder, while the server runs and after', async () => {
    const { program, url } = await start();
    const student = await enterWithDrafts(url);
    const secret = 'hippopotame-du-brouillon';
    const text = fullDraft.replace('les avis laissés', `les avis laissés par ${secret}`);
    const first = await student.sendAll({ task: 'sc1', text });
    // Feedback on the next draft quotes the first where something is no longer there.
    const second = await student.sendAll({ task: 'sc1', text: thinDraft });
    const quoted = (await student.view(second)).critique?.progress?.map(({ before }) => before);
    expect(JSON.stringify(quoted)).toContain(secret);
    expect(await bytesOf(join(cwd, 'data'))).toContain(secret);
    expect((await student.call('DELETE', `/api/drafts/${first}`)).status).toBe(204);
    expect((await student.view(second)).critique?.progress).not.toBeNull();
    expect(await bytesOf(join(cwd, 'data'))).not.toContain(secret);
    await kill(program);
    expect(await bytesOf(join(cwd, 'data'))).not.toContain(secret);
  });
});
