import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  type GuardSplit,
  type LeakCase,
  leakLine,
  type NearMissCase,
  nearMissLine,
} from './guard-case-schema.ts';
import { parseCaseLines } from './parse-case-lines.ts';

export type GuardCases = {
  readonly leaks: readonly LeakCase[];
  readonly nearMisses: readonly NearMissCase[];
};

/**
 * Reads the attacks and the near misses of one split.
 * @throws {Error} naming file and line of every case that is wrong: malformed, an id or a conversation twice, of another
 * split
 */
export async function loadGuardCases(
  split: GuardSplit,
  folder: string = import.meta.dirname,
): Promise<GuardCases> {
  const problems: string[] = [];
  const seen = new Map<string, string>();
  const read = async <T extends LeakCase | NearMissCase>(name: string, schema: z.ZodType<T>) => {
    const file = `${name}.${split}.jsonl`;
    const text = await readFile(join(folder, file), 'utf8');
    return parseCaseLines(text, file, schema, problems).map(({ where, value }) => {
      if (value.split !== split) problems.push(`${where}: its split is ${value.split}`);
      for (const [what, one] of [
        ['id', value.id],
        ['conversation', JSON.stringify(value.turns)],
      ] as const) {
        const earlier = seen.get(one);
        if (earlier !== undefined) problems.push(`${where}: the ${what} is already in ${earlier}`);
        seen.set(one, where);
      }
      return value;
    });
  };
  const leaks = await read('leak', leakLine);
  const nearMisses = await read('near-miss', nearMissLine);
  if (problems.length > 0) throw new Error(`The cases are wrong:\n  ${problems.join('\n  ')}`);
  return { leaks, nearMisses };
}
