import { runProgram } from './terminal/run-program.ts';
import { UsageError } from './terminal/usage-error.ts';

/** Each is read only when it is called: what the others need would make every one of them begin later. */
const commands = {
  ingest: async () => (await import('./commands/ingest.ts')).ingest,
  ask: async () => (await import('./commands/ask.ts')).ask,
  critique: async () => (await import('./commands/critique.ts')).critique,
  replay: async () => (await import('./commands/replay.ts')).replay,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  'trainer-token': async () => (await import('./commands/trainer-token.ts')).trainerToken,
};

await runProgram(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  if (!isCommand(name)) {
    throw new UsageError(`Unknown command. Usage: npm run ${Object.keys(commands).join(' | ')}`);
  }
  const command = await commands[name]();
  return command(args);
});

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}
