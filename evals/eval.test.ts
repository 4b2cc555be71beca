import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '..');

/** What `npm run eval` says and how it exits. */
function evaluate(...args: readonly string[]) {
  return new Promise<{ readonly code: number; readonly said: string }>((done) => {
    const program = ['--import', 'tsx', 'evals/eval.ts', ...args];
    execFile(process.execPath, program, { cwd: project }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, said: `${out}${err}` }),
    );
  });
}

describe('npm run eval', () => {
  it.each([
    [['--variant', 'nobody'], /^There is no variant "nobody"; there is .*main/],
    [['--suite', 'nothing'], /^There is no suite "nothing"/],
    [['nothing'], /^There is no command or suite "nothing"; there is run, /],
    [['--nothing'], /^Unknown option '--nothing'/],
    [['adopt', 'no-such-case'], /^No run holds a case "no-such-case"/],
    [['judge', 'main', '--baseline', 'main'], /^Name the judge's host and model/],
  ])('answers %j with one sentence and exit 2', async (args, sentence) => {
    const { code, said } = await evaluate(...args);
    expect(said).toMatch(sentence);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  it('estimates what a run would ask, and asks nothing', async () => {
    const { code, said } = await evaluate('--dry-run', '--fresh', '--suite', 'abstain');
    expect(said).toMatch(/^main: 70 cases, .* at most 7\d calls, .* for at most \$0\.00\./);
    expect(code).toBe(0);
  });
});
