import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { errorCode } from '../errors.ts';
import { UsageError } from '../terminal/usage-error.ts';

const id = z.union([z.string(), z.number()]);
const conversation = z.object({ id, turns: z.array(z.string()) });
const draft = z.object({
  id,
  task: z.string(),
  text: z.string(),
  previous: z
    .union([z.string(), z.object({ text: z.string(), task: z.string().optional() })])
    .optional(),
});
const schema = z.union([conversation, draft]);

/** One conversation to play. */
export type ReplayCase = z.infer<typeof conversation>;
/** One draft to give feedback on. */
export type ReplayDraft = z.infer<typeof draft>;

/**
 * The conversations and drafts of a JSON Lines file, or of the standard input for `-`. Blank lines and unknown fields are
 * passed over; a line that is no case is a problem, named by its number, and does not stop the others.
 * @throws {UsageError} when the file cannot be read
 */
export async function readCases(path: string): Promise<{
  readonly cases: readonly (ReplayCase | ReplayDraft)[];
  readonly problems: readonly string[];
}> {
  const bytes = await (path === '-' ? buffer(process.stdin) : readFile(resolve(path))).catch(
    (error: unknown) => {
      throw new UsageError(
        `${resolve(path)} cannot be read (${errorCode(error)}): name a file of cases.`,
      );
    },
  );
  const cases: (ReplayCase | ReplayDraft)[] = [];
  const problems: string[] = [];
  for (const [index, line] of linesOf(bytes).entries()) {
    const read = readLine(line);
    if (read === null) continue;
    if (typeof read === 'string') problems.push(`Line ${index + 1} of ${path} ${read}; skipped.`);
    else cases.push(read);
  }
  return { cases, problems };
}

/** Lines as bytes, so that broken UTF-8 spoils one line and not the file. */
function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let end = bytes.indexOf(0x0a, start); end !== -1; end = bytes.indexOf(0x0a, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return [...lines, bytes.subarray(start)];
}

/** A case, what is wrong with the line, or `null` for a blank one. */
function readLine(line: Buffer): ReplayCase | ReplayDraft | string | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
  } catch {
    return 'is not valid UTF-8';
  }
  if (text.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'is not valid JSON';
  }
  const parsed = schema.safeParse(value);
  return parsed.success
    ? parsed.data
    : 'is neither {"id": "…", "turns": ["…"]} nor {"id": "…", "task": "…", "text": "…"}';
}
