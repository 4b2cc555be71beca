import { loadSettings } from '../terminal/load-settings.ts';
import { openTutor } from '../terminal/open-tutor.ts';
import { exitCodes, UsageError } from '../terminal/usage-error.ts';
import { parseFlags } from './parse-flags.ts';
import { openOutput } from './replay-output.ts';
import { readCases } from './replay-cases.ts';
import { replayCase } from './replay-case.ts';
import { replayDraft } from './replay-draft.ts';

const usage =
  'npm run replay -- cases.jsonl answers.jsonl (a line is {"id": "…", "turns": ["…"]} or {"id": "…", "task": "…", "text": "…"}; - is the standard input or output)';

/** Plays every conversation and draft of a file through the tutor and writes what it answered. */
export async function replay(args: readonly string[]): Promise<number> {
  const { positionals } = parseFlags(args, {}, usage);
  const [from, to] = positionals;
  if (from === undefined || to === undefined || positionals.length > 2) {
    throw new UsageError(`replay takes two files. Usage: ${usage}`);
  }
  const config = loadSettings();
  const { cases, problems } = await readCases(from);
  for (const problem of problems) console.error(problem);
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());

  const output = await openOutput(to, from);
  let failed = problems.length > 0;
  try {
    const tutor = await openTutor(config);
    for (const [index, one] of cases.entries()) {
      const { line, bugs } =
        'turns' in one
          ? await replayCase(tutor, one, stop.signal)
          : await replayDraft(tutor, one, stop.signal);
      for (const bug of bugs) console.error(`Case ${one.id}: ${bug}`);
      failed ||= bugs.length > 0;
      await output.write(`${JSON.stringify(line)}\n`);
      showProgress(index + 1, cases.length);
    }
    await output.commit();
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error('\nStopped; nothing was written.');
    return 130;
  } finally {
    await output.discard();
  }
  return failed ? exitCodes.failed : 0;
}

function showProgress(done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\rReplayed ${done} of ${total}`);
  if (done < total) return;
  process.stderr.write(process.stderr.isTTY ? '\n' : `Replayed ${done} of ${total}\n`);
}
