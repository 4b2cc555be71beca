import { ask } from './commands/ask.ts';
import { backup } from './commands/backup.ts';
import { critique } from './commands/critique.ts';
import { ingest } from './commands/ingest.ts';
import { replay } from './commands/replay.ts';
import { restore } from './commands/restore.ts';
import { trainerToken } from './commands/trainer-token.ts';
import { runProgram } from './terminal/run-program.ts';
import { UsageError } from './terminal/usage-error.ts';

const commands = {
  ...{ ingest, ask, critique, replay },
  ...{ backup, restore, 'trainer-token': trainerToken },
};

await runProgram(() => {
  const [name = '', ...args] = process.argv.slice(2);
  if (!isCommand(name)) {
    throw new UsageError(`Unknown command. Usage: npm run ${Object.keys(commands).join(' | ')}`);
  }
  return commands[name](args);
});

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}
