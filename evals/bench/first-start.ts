import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { targetTable } from './targets.ts';

/**
 * `node --import tsx evals/bench/first-start.ts [REPOSITORY]`: clones what is committed into a temporary folder and
 * times `npm start` there, with nothing installed; then stops it and times a second start. npm's own cache is used as
 * it is on this machine.
 */

const run = promisify(execFile);
const repository = process.argv[2] ?? join(import.meta.dirname, '..', '..');
const patienceMs = 600_000;

const folder = await mkdtemp(join(tmpdir(), 'repere-first-start-'));
try {
  const clone = join(folder, 'clone');
  await run('git', ['clone', '--quiet', repository, clone]);
  const firstMs = await timeStart(clone);
  const secondMs = await timeStart(clone);
  const seconds = (value: number) => `${(value / 1_000).toFixed(1)} s`;
  const verdict = (name: string, atMost: number, measured: number) => ({
    ...{ target: { name, atMost }, measured, show: seconds },
  });
  process.stdout.write(
    `${targetTable([
      verdict('first start of a bare clone', 120_000, firstMs),
      verdict('restart', 3_000, secondMs),
    ])}\n`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Milliseconds from `npm start` until the printed address answers; the server is then stopped as by Ctrl-C. */
function timeStart(cwd: string): Promise<number> {
  const started = performance.now();
  // A group of its own, so that npm and everything under it can be stopped together.
  const child = spawn('npm', ['start'], {
    cwd,
    detached: true,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    let readyMs: number | null = null;
    const stop = (signal: NodeJS.Signals) => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
    };
    const timer = setTimeout(() => stop('SIGKILL'), patienceMs);
    const listen = async (text: string) => {
      output += text;
      const [address] = /http:\/\/[\w.[\]:]+:\d+/.exec(output) ?? [];
      if (address === undefined || readyMs !== null) return;
      readyMs = 0;
      const response = await fetch(address);
      await response.text();
      readyMs = performance.now() - started;
      if (!response.ok) output += `\n${address} answered ${response.status}`;
      stop('SIGINT');
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => void listen(text).catch(reject));
    }
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      if (readyMs) resolve(readyMs);
      else reject(new Error(`The server did not start:\n${output.slice(-4_000)}`));
    });
  });
}
