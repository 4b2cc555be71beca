import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRecording, type Recording } from './recording.ts';

/**
 * Reads `answers.jsonl`.
 * @throws {Error} naming the line that is no recording
 */
export async function readRecordings(
  path: string = join(import.meta.dirname, 'answers.jsonl'),
): Promise<readonly Recording[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, at) => {
    try {
      return parseRecording(line);
    } catch (cause) {
      throw new Error(`${path}:${at + 1} is no recording.`, { cause });
    }
  });
}
