import { TutorError } from '../errors.ts';
import { printable } from './printable.ts';
import { exitCodes, HelpRequest, UsageError } from './usage-error.ts';

/**
 * Runs a program to its exit code. An expected failure is one sentence on the standard error; anything else is a
 * bug, and shows where it happened.
 */
export async function runProgram(program: () => Promise<number>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    // The reader has seen enough, as in `npm run ask … | head -1`.
    stream.on('error', () => process.exit(process.exitCode ?? 0));
  }
  try {
    process.exitCode = await program();
  } catch (error) {
    if (error instanceof HelpRequest) return console.log(error.message);
    process.exitCode = exitCode(error);
    console.error(describe(error));
  }
}

function exitCode(error: unknown): number {
  const asked =
    error instanceof UsageError || (error instanceof TutorError && error.code === 'settings-wrong');
  return asked ? exitCodes.usage : exitCodes.failed;
}

function describe(error: unknown): string {
  if (error instanceof TutorError || error instanceof UsageError) return printable(error.message);
  if (!(error instanceof Error)) return String(error);
  // A failure of the file system names its path: it is the machine's, and where we met it helps nobody.
  if ('syscall' in error && 'path' in error) return `The system refused: ${error.message}.`;
  return error.stack ?? error.message;
}
