import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { documentKinds } from './document.ts';

/** An unset key and an empty one are the same thing: the default applies. */
const text = z
  .string()
  .transform((value) => value.replace(/\s+/g, ' ').trim())
  .transform((value) => (value === '' || value === '~' || value === 'null' ? undefined : value));

const fields = z.strictObject({
  id: text
    .pipe(
      z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
        .optional(),
    )
    .optional(),
  title: text.optional(),
  course: text.optional(),
  kind: text.pipe(z.enum(documentKinds).optional()).optional(),
  language: text.pipe(z.enum(['fr', 'en']).optional()).optional(),
});

const expectations: Record<string, string> = {
  id: 'must be 1 to 80 lower-case letters, digits and hyphens, and start with a letter or a digit',
  title: 'must be a text',
  course: 'must be a text',
  kind: `must be one of ${documentKinds.join(', ')}`,
  language: 'must be fr or en',
};
const keys = Object.keys(expectations);
const knownKey = new RegExp(`^(?:${keys.join('|')})[ \\t]*:`, 'm');

/** What a document's front matter says; a key that is absent is left to a default. */
export type FrontMatter = z.infer<typeof fields>;

export type ParsedFrontMatter = {
  readonly fields: FrontMatter;
  /** What follows the block, to the letter. */
  readonly text: string;
  /** Lines that the block took, its two `---` included; 0 without a block. */
  readonly linesRemoved: number;
};

/**
 * Reads the YAML block between two `---` lines at the very start of a text.
 *
 * A text may also begin with a horizontal rule: without a line such as `title:` it is no front matter. A block that is not
 * closed, is not valid YAML, or holds an unknown key or a wrong value is a problem, told in one sentence with its line.
 */
export function parseFrontMatter(source: string): ParsedFrontMatter | { readonly problem: string } {
  const none = { fields: {}, text: source, linesRemoved: 0 };
  const opening = /^---[ \t]*\n/.exec(source);
  if (opening === null) return none;
  const closing = /^---[ \t]*(?:\n|(?![^]))/gm;
  closing.lastIndex = opening[0].length;
  const end = closing.exec(source);
  const block = source.slice(opening[0].length, end?.index ?? source.search(/\n[ \t]*\n|(?![^])/));
  if (!knownKey.test(block) && !/^\s*[A-Za-z][\w-]*:(?:\s|$)/.test(block)) return none;
  if (end === null)
    return { problem: 'The front matter that line 1 opens is never closed by a line "---".' };
  const parsed = parseBlock(block);
  if ('problem' in parsed) return parsed;
  const rest = end.index + end[0].length;
  const linesRemoved = source.slice(0, rest).split('\n').length - (end[0].endsWith('\n') ? 1 : 0);
  return { fields: parsed.fields, text: source.slice(rest), linesRemoved };
}

function parseBlock(block: string): { fields: FrontMatter } | { problem: string } {
  const lines = new LineCounter();
  // "failsafe" keeps every value the text it is written as: `id: 2024`, `title: Non`.
  const document = parseDocument(block, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line } = lines.linePos(error.pos[0]);
    const advice = / #|: /.test(block.split('\n')[line - 1]?.replace(/^[^:]*:/, '') ?? '')
      ? '; put a value that holds ":" or "#" between quotes'
      : '';
    return {
      problem: `Line ${line + 1} of the front matter is not valid YAML (${reason(error.message)}${advice}).`,
    };
  }
  if (hasAlias(document)) {
    return { problem: 'The front matter holds a YAML alias ("*name"); write the value out.' };
  }
  const parsed = fields.safeParse(document.toJS());
  if (parsed.success) return { fields: parsed.data };
  return { problem: describeIssue(parsed.error.issues[0]!, block) };
}

/** Aliases are refused: they are never needed here, and a few lines of them unfold to gigabytes. */
function hasAlias(document: Document): boolean {
  let found = false;
  visit(document, { Alias: () => ((found = true), visit.BREAK) });
  return found;
}

function describeIssue(issue: z.core.$ZodIssue, block: string): string {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => `"${key}"`).join(', ');
    const line = lineOf(issue.keys[0]!, block);
    return `Line ${line} of the front matter: unknown key ${names}; known keys are ${keys.join(', ')}.`;
  }
  const key = String(issue.path[0] ?? '');
  const expectation = expectations[key];
  if (expectation === undefined) return 'The front matter must be a list of "key: value" lines.';
  return `Line ${lineOf(key, block)} of the front matter: "${key}" ${expectation}.`;
}

/** Line of the file on which a key stands; the block begins on line 2. */
function lineOf(key: string, block: string): number {
  const index = block.split('\n').findIndex((line) => line.replace(/^["']/, '').startsWith(key));
  return Math.max(index, 0) + 2;
}

function reason(message: string): string {
  return message.split('\n')[0]!.replace(/[.:\s]+$/, '');
}
