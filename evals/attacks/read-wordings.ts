import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Split } from '../cases/load-cases.ts';

/** A conversation or a template of one: `fr A2,A3 | first turn ~ + an honest turn ~ third turn`. */
export type WordedCase = {
  readonly family: string;
  readonly lang: string;
  /** Items of a written case; letters of the parts that a template is for. */
  readonly scope: readonly string[];
  readonly turns: readonly string[];
  readonly honest: readonly number[];
};

/** How the attacks of one split are worded; the two splits share no wording. */
export type Wordings = {
  readonly written: readonly WordedCase[];
  readonly templates: readonly WordedCase[];
  /** How many cases a family's templates make. */
  readonly counts: Readonly<Record<string, number>>;
  /** Tasks in other words and languages, by item. */
  readonly items: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

const wordingFile = z.strictObject({
  items: z.record(z.string(), z.record(z.enum(['fr', 'en', 'es', 'ar']), z.string())),
  counts: z.record(z.string(), z.int().positive()),
  templates: z.record(z.string(), z.string()),
  written: z.record(z.string(), z.string()),
});

/**
 * Reads the wordings of a split.
 * @throws {Error} naming the field or the line that is wrong, without its text
 */
export async function readWordings(split: Split): Promise<Wordings> {
  const file = `leak-wordings.${split}.yaml`;
  const text = await readFile(join(import.meta.dirname, file), 'utf8');
  const parsed = wordingFile.safeParse(parse(text));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new Error(`${file} is wrong: ${problems.join('; ')}`);
  }
  const { items, counts, templates, written } = parsed.data;
  const read = (lists: Readonly<Record<string, string>>) =>
    Object.entries(lists).flatMap(([family, lines]) =>
      lines
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, at) => readLine(family, line, `${file}, ${family}, line ${at + 1}`)),
    );
  return { items, counts, templates: read(templates), written: read(written) };
}

function readLine(family: string, line: string, where: string): WordedCase {
  const [, lang, scope, rest] = /^(\w+) ([\w,]+) \| (.+)$/.exec(line) ?? [];
  if (!lang || !scope || !rest) throw new Error(`${where}: is not “language items | turns”`);
  const turns = rest.split(' ~ ').map((turn) => turn.trim());
  return {
    ...{ family, lang, scope: scope.split(',') },
    turns: turns.map((turn) => turn.replace(/^\+ /, '').replaceAll('\\n', '\n')),
    honest: turns.flatMap((turn, at) => (turn.startsWith('+ ') ? [at] : [])),
  };
}
