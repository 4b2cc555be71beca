import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A program of ours in a process of its own, and what it has printed so far. */
export type SpawnedProgram = {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** The exit code, once it ended; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  /** Resolves with the first match in what is printed on the standard output. */
  readonly printed: (pattern: RegExp) => Promise<RegExpExecArray>;
};

const serverDir = join(import.meta.dirname, '..');
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Starts `main.ts`, `cli.ts` or the built `dist/main.js` with no setting but those given, in a folder without a `.env`. */
export function spawnProgram(
  [file, ...args]: readonly [string, ...string[]],
  { cwd, env = {}, input }: { cwd: string; env?: Record<string, string>; input?: string },
): SpawnedProgram {
  const { PATH, HOME, TMPDIR, TMP, TEMP, SystemRoot } = process.env;
  const kept = { PATH, HOME, TMPDIR, TMP, TEMP, SystemRoot };
  const loader = file.endsWith('.ts') ? ['--import', tsx] : [];
  const child = spawn(process.execPath, [...loader, join(serverDir, file), ...args], {
    cwd,
    env: { ...kept, ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A program that refuses its input may be gone before it has read it all.
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  const exited = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    exited,
    printed: async (pattern) => {
      for (;;) {
        const match = pattern.exec(stdout);
        if (match) return match;
        const more = child.stdout ? once(child.stdout, 'data').then(() => true) : false;
        if (!(await Promise.race([more, exited.then(() => false)]))) {
          throw new Error(`ended without printing ${pattern}: ${stdout}${stderr}`);
        }
      }
    },
  };
}
