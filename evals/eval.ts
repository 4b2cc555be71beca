import { writeFile } from 'node:fs/promises';
import { readEvalOptions, type Suite } from './eval-options.ts';

/**
 * `npm run eval -- <suite>…`: measures, prints, and fails (exit 1) when a bound is broken; without names, every suite.
 * Exit 2: the command line makes no sense.
 */

/** A suite is loaded only when it is asked for. */
const suites: Readonly<Record<string, () => Promise<Suite>>> = {
  guard: async () => (await import('./guard/guard-suite.ts')).guardSuite,
};

async function run({ names, ...options }: ReturnType<typeof readEvalOptions>): Promise<void> {
  const broken: string[] = [];
  if (options.failures !== null) await writeFile(options.failures, '');
  for (const name of names) {
    const suite = await suites[name]!();
    const result = await suite(options);
    process.stdout.write(`${result.report}\n\n\n`);
    broken.push(...result.broken.map((sentence) => `${name}, ${sentence}`));
  }
  if (broken.length === 0) return void process.stdout.write('Every bound holds.\n');
  process.stdout.write(`Broken bounds:\n${broken.map((one) => `  ${one}`).join('\n')}\n`);
  process.exitCode = 1;
}

let options: ReturnType<typeof readEvalOptions> | undefined;
try {
  options = readEvalOptions(process.argv.slice(2), Object.keys(suites));
} catch (error) {
  const usage = `npm run eval -- [${Object.keys(suites).join('|')}] [--split dev|test|all] [--failures FILE (with --split dev)]`;
  process.stderr.write(`${(error as Error).message}\n${usage}\n`);
  process.exitCode = 2;
}
if (options) await run(options);
