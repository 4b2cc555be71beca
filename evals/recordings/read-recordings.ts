import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRecording, type Recording } from './recording.ts';

/**
 * The recordings of a file of this folder.
 * @throws {Error} when a line is no recording
 */
export function readRecordings(file: string): readonly Recording[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(parseRecording);
}
