import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { TutorError } from './errors.ts';

/**
 * Sets the variables of a `.env` file that `env` does not have yet; one that is already set wins, even when empty.
 * A file that does not exist is fine.
 * @throws {TutorError} `settings-wrong` when the file cannot be read or has a line that is not `NAME=value`, naming
 * the lines, never what they hold; `env` is then unchanged.
 */
export function loadEnvFile(path: string, env: NodeJS.ProcessEnv): void {
  const text = read(path);
  if (text === null) return;
  const lines = text.split(/\r\n|\n|\r/);
  const malformed = lines.flatMap((line, index) => (isWellFormed(line) ? [] : [index + 1]));
  if (malformed.length > 0) {
    const where = `${malformed.length === 1 ? 'line' : 'lines'} ${malformed.join(', ')}`;
    throw wrong(`${path}, ${where}: write NAME=value, or begin the line with # to leave it out.`);
  }
  // One line at a time: Node's parser takes a broken line and the one after it as one variable.
  for (const line of lines) {
    for (const [name, value] of Object.entries(parseEnv(line))) {
      if (value !== undefined && !(name in env)) env[name] = value;
    }
  }
}

function read(path: string): string | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw wrong(`${path} cannot be read (${code}): make it a readable file, or remove it.`, cause);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Said below: the decoder's own message does not help.
  }
  throw wrong(`${path} is not UTF-8 text: save it again with the encoding UTF-8.`);
}

/** Blank, a comment, or `NAME=value` whose quote, if any, is closed on the same line. */
function isWellFormed(line: string): boolean {
  if (/^\s*(#|$)/.test(line)) return true;
  const value = /^\s*(?:export\s+)?[A-Za-z_]\w*\s*=\s*(.*)$/.exec(line)?.[1];
  if (value === undefined) return false;
  const quote = /^["'`]/.exec(value)?.[0];
  return quote === undefined || value.indexOf(quote, 1) > 0;
}

function wrong(message: string, cause?: unknown): TutorError {
  return new TutorError('settings-wrong', message, { cause });
}
