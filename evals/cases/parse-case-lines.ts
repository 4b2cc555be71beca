import type { z } from 'zod';

/** A case and where it stands, e.g. `leak.dev.jsonl:12 (ld-12)`. */
export type CaseLine<T> = { readonly where: string; readonly value: T };

/**
 * Reads the lines of a case file; what is wrong is added to `problems` with file and line, never with the case's text:
 * it may be of the test split.
 */
export function parseCaseLines<T extends { id: string }>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
  problems: string[],
): readonly CaseLine<T>[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `${file}:${index + 1}`;
    const json = parseJson(line);
    const parsed = schema.safeParse(json);
    if (parsed.success) return [{ where: `${where} (${parsed.data.id})`, value: parsed.data }];
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    problems.push(`${where}: ${json === undefined ? 'is not JSON' : issues.join('; ')}`);
    return [];
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
