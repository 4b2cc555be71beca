import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/**
 * Reads a YAML file by a schema.
 * @param file as it is named in a complaint
 * @throws {Error} with one line for each thing that is wrong: file, line, field and why
 */
export function parseYaml<T extends z.ZodType>(text: string, file: string, schema: T): z.infer<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const wrong = document.errors.map(
    ({ pos, message }) => `${file}:${lines.linePos(pos[0]).line}: ${message.split('\n')[0]}`,
  );
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const path = [...issue.path, ...(unknown === undefined ? [] : [unknown])];
    return `${file}:${lineOf(path)}: ${path.join('.') || 'the file'} ${describe(issue)}`;
  });
  throw new Error(problems.join('\n'));

  /** The line of a field, or of what would hold it. */
  function lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return 'is not a field; see evals/README.md for those there are';
  if (issue.message.endsWith('received undefined')) return 'is missing';
  return issue.message.startsWith('is ') ? issue.message : `is wrong: ${issue.message}`;
}
