import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postAnswer, readEvents } from './testing/ask-server.ts';
import { spawnProgram } from './testing/spawn-program.ts';
import { writeFiles } from './testing/write-files.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'repere-start-'));
  await writeFiles(join(cwd, 'corpus'), {
    'kafka.md': '# Kafka\n\nKafka est une plateforme distribuée de flux d’événements.\n',
    'examen.md': '---\nkind: exam\n---\n# Examen\n\nQuel métier ?\n',
    'vide.md': '',
    'image.png': 'x',
  });
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

const start = (env: Record<string, string> = {}) =>
  spawnProgram(['main.ts'], { cwd, env: { PORT: '0', LOG_LEVEL: 'silent', ...env } });

const address = /ready: (http:\/\/127\.0\.0\.1:\d+)/;

describe('the server', () => {
  it('indexes, says what it found, answers, and ends at once on SIGTERM and SIGINT', async () => {
    const first = start();
    const url = (await first.printed(address))[1] ?? '';
    expect(first.stdout()).toMatch(/Indexed 1 document as 1 passage/);
    expect(first.stdout()).toMatch(/examen\.md, lines \d+ to \d+: exam, its kind is exam/);
    expect(first.stdout()).toMatch(/vide\.md: It is empty\./);
    expect(first.stdout()).toContain('image.png');
    expect(first.stdout()).toContain('Offline models: no key, nothing leaves this machine.');
    expect(first.stderr()).toMatch(/Reading documents: 1 of 1\n/);
    expect(first.stdout()).toContain('The class “Repère” is open to this machine');
    expect(first.stdout()).toMatch(
      /^Trainer’s token: ([2-9A-Z]{4}-){5}[2-9A-Z]{4}\n {2}Shown this once/m,
    );
    const events = await readEvents(await postAnswer(url, { question: 'Qu’est-ce que Kafka ?' }));
    expect(events.at(-1)).toMatchObject({ type: 'answer-end', decision: 'answer' });

    // A connection that is kept alive must not hold the process back.
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
    expect(first.stderr()).not.toMatch(/^\s+at /m);

    const { port } = new URL(url);
    const second = start({ PORT: port });
    expect((await second.printed(address))[1]).toBe(url);
    expect(second.stdout()).not.toContain('Indexed');
    expect(second.stdout()).not.toContain('token');
    expect(second.stdout()).toContain('The class “Repère” is open to this machine');
    expect(second.stdout()).toContain('Course: 1 document as 1 passage; the index is up to date.');
    expect(second.stdout()).toMatch(/examen\.md, lines \d+ to \d+: exam, its kind is exam/);
    expect(second.stdout()).toMatch(/vide\.md: It is empty\./);
    second.child.kill('SIGINT');
    expect(await second.exited).toBe(0);
    expect(second.stdout()).toMatch(/Stopped\.\n$/);
    expect(second.stderr()).toBe('');
    await expect(fetch(url)).rejects.toThrow();
  });

  it('takes the two signals of one Ctrl-C under npm for one', async () => {
    const program = start();
    await program.printed(address);
    program.child.kill('SIGINT');
    program.child.kill('SIGINT');
    expect(await program.exited).toBe(0);
  });

  it('ends an answer under way after a short grace, and at once on a later signal', async () => {
    const endpoint = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: {"choices":[{"index":0,"delta":{"content":"Un début. "}}]}\n\n');
    });
    endpoint.listen(0, '127.0.0.1');
    await new Promise((resolve) => endpoint.once('listening', resolve));
    const env = {
      OPENAI_BASE_URL: `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/v1`,
      CHAT_MODEL: 'silent',
      IDLE_TIMEOUT_MS: '60000',
      TOTAL_TIMEOUT_MS: '60000',
    };
    const question = { question: 'Qu’est-ce que Kafka ?' };
    try {
      const patient = start(env);
      const url = (await patient.printed(address))[1] ?? '';
      expect(patient.stdout()).toContain('model silent: questions and course passages are sent');
      const response = await postAnswer(url, question);
      patient.child.kill('SIGTERM');
      const events = await readEvents(response);
      expect(events.at(-1)).toMatchObject({ type: 'error', code: 'model-interrupted' });
      expect(await patient.exited).toBe(0);

      const hasty = start(env);
      await postAnswer((await hasty.printed(address))[1] ?? '', question);
      hasty.child.kill('SIGTERM');
      await sleep(700);
      hasty.child.kill('SIGTERM');
      expect(await hasty.exited).toBe(1);
    } finally {
      endpoint.closeAllConnections();
      endpoint.close();
    }
  });

  it('closes the class and gives it a code, shown once, where others reach the server', async () => {
    const program = start({ HOST: '0.0.0.0', DATA_DIR: 'network' });
    const [, port = ''] = await program.printed(/ready: http:\/\/localhost:(\d+)/);
    const code = /^Code of the class “Repère”: ([\w-]+)$/m.exec(program.stdout())?.[1];
    expect(program.stdout()).toContain('WARNING: over plain http');
    const enter = (body: unknown) =>
      fetch(`http://127.0.0.1:${port}/api/session/student`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await enter({})).status).toBe(401);
    expect((await enter({ code })).status).toBe(200);
    program.child.kill('SIGTERM');
    expect(await program.exited).toBe(0);
    const again = start({ HOST: '0.0.0.0', DATA_DIR: 'network' });
    await again.printed(/ready: /);
    expect(again.stdout()).not.toContain('Code of the class');
    again.child.kill('SIGTERM');
    await again.exited;
  });

  it('says one sentence about a busy port', async () => {
    const other: Server = createServer();
    other.listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const program = start({ PORT: String(port) });
    expect(await program.exited).toBe(1);
    other.close();
    expect(program.stderr()).toMatch(
      new RegExp(`^Port ${port} of 127.0.0.1 is in use, .* PORT=${port + 1} npm start\\.\n$`),
    );
  });

  it.each<[string, Record<string, string>, number, RegExp]>([
    ['a wrong setting', { PORT: 'x' }, 2, /PORT is not a whole number/],
    ['two wrong settings', { PORT: 'x', LOG_LEVEL: 'y' }, 2, /PORT is .*\n.*LOG_LEVEL is/],
    ['a host of elsewhere', { HOST: '203.0.113.9' }, 2, /^HOST 203.0.113.9 is no address/],
    ['a missing corpus', { CORPUS_DIR: 'none' }, 1, /^The corpus folder .*none cannot be listed/],
    ['an empty corpus', { CORPUS_DIR: 'empty' }, 1, /^The corpus folder .*empty holds no document/],
    [
      'a data folder that is a file',
      { DATA_DIR: 'file' },
      2,
      /file cannot be written \(a file stands in the way\).*DATA_DIR/,
    ],
  ])('says one sentence about %s', async (_name, env, code, sentence) => {
    await writeFiles(cwd, { 'empty/readme.md': 'x', file: 'x' });
    const program = start(env);
    expect(await program.exited).toBe(code);
    expect(program.stderr()).toMatch(sentence);
    expect(program.stderr()).not.toMatch(/^\s+at /m);
  });

  it('names the lines of .env that it cannot read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'repere-env-'));
    await writeFile(join(folder, '.env'), 'PORT=0\nnonsense\n');
    const program = spawnProgram(['main.ts'], { cwd: folder });
    expect(await program.exited).toBe(2);
    expect(program.stderr()).toMatch(/\.env, line 2: write NAME=value/);
    await rm(folder, { recursive: true });
  });

  it.skipIf(process.getuid?.() === 0)(
    'says one sentence about a folder without rights',
    async () => {
      await writeFiles(cwd, { 'locked/x': '' });
      await chmod(join(cwd, 'locked'), 0o500);
      const program = start({ DATA_DIR: 'locked/data' });
      expect(await program.exited).toBeGreaterThan(0);
      expect(program.stderr()).not.toMatch(/^\s+at /m);
    },
  );
});
