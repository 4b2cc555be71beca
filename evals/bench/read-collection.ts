import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { TitledText } from './search-system.ts';

const passageLine = z.object({ id: z.string(), title: z.string().default(''), text: z.string() });
const queryLine = z.object({
  id: z.string(),
  text: z.string(),
  relevant: z.array(z.string()).min(1),
});

/** A public collection: passages, questions, and which passages answer which. */
export type Collection = {
  readonly passages: readonly (TitledText & { readonly id: string })[];
  readonly queries: readonly {
    readonly id: string;
    readonly text: string;
    /** Ids of passages. */
    readonly relevant: ReadonlySet<string>;
  }[];
};

/**
 * Reads `passages.jsonl` and `queries.jsonl` of a folder.
 * @throws {Error} naming file and line of what is not of that form, and relevant passages that do not exist
 */
export async function readCollection(folder: string): Promise<Collection> {
  const passages = await readLines(folder, 'passages.jsonl', passageLine);
  const queries = await readLines(folder, 'queries.jsonl', queryLine);
  const ids = new Set(passages.map(({ id }) => id));
  for (const { id, relevant } of queries) {
    const missing = relevant.find((one) => !ids.has(one));
    if (missing !== undefined) {
      throw new Error(`queries.jsonl: ${id} names the passage ${missing}, which does not exist.`);
    }
  }
  return {
    passages,
    queries: queries.map(({ relevant, ...query }) => ({ ...query, relevant: new Set(relevant) })),
  };
}

async function readLines<T>(folder: string, file: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `${file}:${index + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new Error(`${where} is not JSON.`, { cause });
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return [parsed.data];
    const { path, message } = parsed.error.issues[0]!;
    throw new Error(`${where}: ${path.join('.')}: ${message}`);
  });
}
