import { parseArgs, type ParseArgsConfig } from 'node:util';
import { HelpRequest, UsageError } from '../terminal/usage-error.ts';

/**
 * Parses the arguments of a command.
 * @throws {HelpRequest} with the command's usage, when it is asked for
 * @throws {UsageError} with the command's usage, when a flag is unknown or has no value
 */
export function parseFlags<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  usage: string,
) {
  if (args.includes('--help') || args.includes('-h')) throw new HelpRequest(`Usage: ${usage}`);
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : '';
    throw new UsageError(`${reason}. Usage: ${usage}`);
  }
}
