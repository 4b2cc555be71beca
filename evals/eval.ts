import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { closeEnvironment } from '../server/close-environment.ts';
import { loadEnvFile } from '../server/env-file.ts';
import { TutorError } from '../server/errors.ts';
import type { Command, CommandTools } from './commands/command.ts';
import { readEvalOptions, type Suite } from './eval-options.ts';

/**
 * `npm run eval`: measures, prints, and fails (exit 1) when a gate or a bound is broken. With options only, it runs
 * variants; with the name of a command, that; with names of suites, those with their own reports.
 * Exit 2: the command line makes no sense, or nothing can be concluded.
 */

/** Loaded only when asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import('./commands/run-command.ts')).runCommand,
  desk: async () => (await import('./commands/desk-command.ts')).deskCommand,
  adopt: async () => (await import('./commands/adopt-command.ts')).adoptCommand,
  judge: async () => (await import('./commands/judge-command.ts')).judgeCommand,
  baseline: async () => (await import('./commands/baseline-command.ts')).baselineCommand,
  report: async () => (await import('./commands/report-command.ts')).reportCommand,
  mutants: async () => (await import('./commands/mutants-command.ts')).mutantsCommand,
};

/** Suites with a report of their own. */
const suites: Readonly<Record<string, () => Promise<Suite>>> = {
  guard: async () => (await import('./guard/guard-suite.ts')).guardSuite,
  critique: async () => (await import('./suites/critique-suite.ts')).critiqueSuite,
};

async function runSuites(args: readonly string[]): Promise<number> {
  const { names, ...options } = readEvalOptions(args, Object.keys(suites));
  const broken: string[] = [];
  if (options.failures !== null) await writeFile(options.failures, '');
  for (const name of names) {
    const suite = await suites[name]!();
    const result = await suite(options);
    process.stdout.write(`${result.report}\n\n\n`);
    broken.push(...result.broken.map((sentence) => `${name}, ${sentence}`));
  }
  if (broken.length === 0) process.stdout.write('Every bound holds.\n');
  else process.stdout.write(`Broken bounds:\n${broken.map((one) => `  ${one}`).join('\n')}\n`);
  return broken.length === 0 ? 0 : 1;
}

async function run(args: readonly string[], tools: CommandTools): Promise<number> {
  const [name = ''] = args;
  if (Object.hasOwn(suites, name)) return runSuites(args);
  if (Object.hasOwn(commands, name)) return (await commands[name]!())(args.slice(1), tools);
  if (name !== '' && !name.startsWith('-')) {
    const known = [...Object.keys(commands), ...Object.keys(suites)].join(', ');
    throw new Error(`There is no command or suite "${name}"; there is ${known}.`);
  }
  const ofBaseline = args.some((arg) => /^--(?:check|write)-baseline$/.test(arg));
  return (await commands[ofBaseline ? 'baseline' : 'run']!())(args, tools);
}

// Keys are read once, then hidden from the libraries, before any of them is loaded.
loadEnvFile(resolve('.env'), process.env);
const env = { ...process.env };
closeEnvironment(process.env);
const stopping = new AbortController();
process.once('SIGINT', () =>
  stopping.abort(new Error('Stopped. The same command goes on from here.')),
);

try {
  process.exitCode = await run(process.argv.slice(2), {
    print: (text) => void process.stdout.write(`${text}\n\n`),
    say: (text) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY,
    ...{ env, signal: stopping.signal },
  });
} catch (error) {
  if (!isSentence(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

/** What is said in a sentence; the rest is a bug and stays loud. */
function isSentence(error: unknown): error is Error {
  return (
    error instanceof TutorError ||
    (error instanceof Error &&
      (error.constructor === Error || (error.name === 'TypeError' && 'code' in error)))
  );
}
