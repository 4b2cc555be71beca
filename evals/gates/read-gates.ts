import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseYaml } from '../variants/parse-variant.ts';
import { type Gate, gate } from './gate.ts';

/**
 * Reads `evals/gates.yaml`.
 * @throws {Error} with file and line of every gate that is wrong
 */
export async function readGates(
  path: string = join(import.meta.dirname, '..', 'gates.yaml'),
): Promise<readonly Gate[]> {
  return parseYaml(await readFile(path, 'utf8'), 'evals/gates.yaml', z.array(gate));
}
