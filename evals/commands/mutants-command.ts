import { exitCodeOfMutants, printMutants } from '../mutants/print-mutants.ts';
import { runMutants } from '../mutants/run-mutants.ts';
import type { Command } from './command.ts';

/** `npm run eval -- mutants`: whether the evals notice planted defects, and only these. */
export const mutantsCommand: Command = async (args, { print, say, isTerminal }) => {
  if (args.length > 0) throw new Error('npm run eval -- mutants takes no option.');
  const report = await runMutants(() => {
    if (isTerminal) say('.');
  });
  if (isTerminal) say('\n');
  print(printMutants(report));
  return exitCodeOfMutants(report);
};
