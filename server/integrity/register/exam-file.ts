import {
  type Document as YamlDocument,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
} from 'yaml';
import { z } from 'zod';
import { readQuickYaml } from '../../documents/quick-yaml.ts';
import { TutorError } from '../../errors.ts';

const words = z.string().trim().min(1);
const ladder = z.tuple([words, words, words]);

const entry = z.strictObject({
  paraphrases: z.array(words).default([]),
  hints: z.strictObject({ fr: ladder, en: ladder }),
  reread: z.array(z.strictObject({ document: words, heading: words })).min(1),
});

const schema = z.strictObject({
  exam: words,
  releasedAfter: z.iso.date().optional(),
  items: z.record(z.string(), entry),
});

/** Three hints for one item, from a first look to a contrast. */
export type Ladder = Readonly<z.infer<typeof ladder>>;

/** What a trainer wrote about an exam: `corpus/exams/<id>.yaml`. */
export type ExamFile = z.infer<typeof schema> & {
  readonly path: string;
  /** Line of the file on which a value stands, from 1. */
  readonly lineOf: (...keys: readonly (string | number)[]) => number;
};

/**
 * Reads an exam register.
 * @throws {TutorError} `corpus-invalid`, with file, line and reason
 */
export function readExamFile(text: string, path: string): ExamFile {
  const quick = schema.safeParse(readQuickYaml(text, 'failsafe')?.value);
  if (!quick.success) return readWhole(text, path);
  // Lines are asked for only when something is wrong.
  const lineOf = (...keys: readonly (string | number)[]): number =>
    readWhole(text, path).lineOf(...keys);
  return { ...quick.data, path, lineOf };
}

/** Reads any YAML, and knows the lines. */
function readWhole(text: string, path: string): ExamFile {
  const lines = new LineCounter();
  // "failsafe" keeps a date the text it is written as.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'failsafe',
  });
  const [error] = document.errors;
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    throw invalid(path, line, `it is not valid YAML (${error.message.split('\n')[0]!.trim()})`);
  }
  const lineOf = (...keys: readonly (string | number)[]): number =>
    lineOfPath(document, lines, keys);
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { ...parsed.data, path, lineOf };
  const [issue] = parsed.error.issues;
  const keys = (issue?.path ?? []).filter((key) => typeof key !== 'symbol');
  throw invalid(
    path,
    lineOf(...keys),
    `${keys.join('.') || 'the file'} is wrong: ${reason(issue)}`,
  );
}

/** The failure of a register that cannot be used; nothing of the corpus is published then. */
export const invalid = (path: string, line: number, why: string): TutorError =>
  new TutorError(
    'corpus-invalid',
    `${path}, line ${line}: ${why}; mend it and run npm run ingest again. Nothing was published.`,
  );

function reason(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys') return `unknown field ${issue.keys.join(', ')}`;
  if (issue?.code === 'invalid_format') return 'a date is written 2027-06-30';
  if (issue?.code === 'too_small') return 'something is missing there';
  return issue?.message ?? 'it has another shape';
}

/** The line of the deepest part of a path that exists: of a key where there is one, else of the value. */
function lineOfPath(
  document: YamlDocument,
  lines: LineCounter,
  keys: readonly (string | number)[],
): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const parent = document.getIn(keys.slice(0, length - 1), true);
    const key = keys[length - 1];
    const pair =
      isMap(parent) && parent.items.find((one) => isScalar(one.key) && one.key.value === key);
    const node = pair ? pair.key : document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
