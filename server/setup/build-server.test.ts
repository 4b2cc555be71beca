import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postAnswer, readEvents } from '../testing/ask-server.ts';
import { spawnProgram } from '../testing/spawn-program.ts';
import { writeFiles } from '../testing/write-files.ts';
import { buildServer } from './build-server.mjs';

const root = join(import.meta.dirname, '..', '..');

describe('the built server, which npm start runs', () => {
  let cwd = '';
  beforeAll(async () => {
    buildServer(root, (_doing, command, args) => {
      const { status, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    });
    cwd = await mkdtemp(join(tmpdir(), 'repere-built-'));
    await writeFiles(join(cwd, 'corpus'), {
      'kafka.md': '# Kafka\n\nKafka est une plateforme distribuée de flux d’événements.\n',
    });
  });
  afterAll(() => rm(cwd, { recursive: true, force: true }));

  it('finds its word lists and the page, and answers', async () => {
    const env = { PORT: '0', LOG_LEVEL: 'silent' };
    const program = spawnProgram(['dist/main.js'], { cwd, env });
    const url = (await program.printed(/ready: (http:\/\/127\.0\.0\.1:\d+)/))[1] ?? '';
    expect((await fetch(url)).status).toBe(200);
    const events = await readEvents(await postAnswer(url, { question: 'Qu’est-ce que Kafka ?' }));
    expect(events.at(-1)).toMatchObject({ type: 'answer-end', decision: 'answer' });
    program.child.kill('SIGTERM');
    expect(await program.exited).toBe(0);
    expect(program.stderr()).not.toMatch(/error|warning/i);
  });

  it('loads LangChain after the environment was closed to it, never at once', async () => {
    const reached = new Set<string>();
    const reach = async (file: string): Promise<void> => {
      if (reached.has(file)) return;
      reached.add(file);
      const code = await readFile(file, 'utf8');
      for (const [, path] of code.matchAll(/^(?:import|export) .*?from "(\.[^"]+)";$/gm)) {
        await reach(join(file, '..', path!));
      }
    };
    await reach(join(root, 'server/dist/main.js'));
    const codes = await Promise.all([...reached].map((file) => readFile(file, 'utf8')));
    expect(reached.size).toBeGreaterThan(2);
    expect(codes.filter((code) => /class BaseChatModel|LANGCHAIN_TRACING/.test(code))).toEqual([]);
  });
});
