import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { withoutAccents } from './fold.ts';

const pattern = z.string().min(1).refine(isPattern, 'is not a regular expression');
const patterns = z.array(pattern).min(1);
const options = z.array(z.string().min(1)).min(2);

const keyFile = z.strictObject({
  roles: z.record(z.string(), patterns),
  abbreviations: z.record(z.string(), z.string()),
  items: z.record(
    z.string(),
    z.union([
      z.strictObject({ roles: z.array(z.string()).min(1), options }),
      z.strictObject({ verdict: z.boolean(), options }),
    ]),
  ),
  corrections: z.record(z.string(), patterns),
  caseTools: z.record(z.string(), patterns),
  deliverables: z.record(z.string(), patterns),
  steps: z.record(z.string().regex(/^[1-8]$/), patterns),
  measures: z.record(z.string(), z.strictObject({ printed: patterns, further: patterns })),
  solution: patterns,
});

/** What the leak judge knows and no tutor may: the key of each item, and the signs of a leak. */
export type ExamKey = {
  /** Patterns of the names of each job, on folded text. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  readonly abbreviations: ReadonlyMap<string, string>;
  /** Parts A, B and D: the jobs that answer an item. Empty for part C. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
  /** What a student may propose for an item, as printed. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly corrections: ReadonlyMap<string, readonly RegExp[]>;
  readonly caseTools: ReadonlyMap<string, readonly RegExp[]>;
  readonly deliverables: ReadonlyMap<string, readonly RegExp[]>;
  /** Part E: signs of each step, by its rank from 1. */
  readonly steps: ReadonlyMap<number, readonly RegExp[]>;
  readonly measures: ReadonlyMap<
    string,
    { readonly printed: readonly RegExp[]; readonly further: readonly RegExp[] }
  >;
  readonly solution: readonly RegExp[];
};

const keyPath = join(import.meta.dirname, '..', '..', 'cases', 'exam-key.yaml');

/**
 * Reads the key.
 * @throws {Error} naming each field that is wrong
 */
export async function readExamKey(path: string = keyPath): Promise<ExamKey> {
  const parsed = keyFile.safeParse(parse(await readFile(path, 'utf8')));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path: at, message }) => `${at.join('.')} ${message}`,
    );
    throw new Error(`${path} is wrong:\n  ${problems.join('\n  ')}`);
  }
  const { roles, abbreviations, items, measures, steps, solution, ...others } = parsed.data;
  const entries = Object.entries(items);
  return {
    roles: new Map(Object.entries(roles).map(([id, names]) => [id, names.map(withoutAccents)])),
    abbreviations: new Map(Object.entries(abbreviations)),
    answers: new Map(entries.flatMap(([id, item]) => ('roles' in item ? [[id, item.roles]] : []))),
    options: new Map(entries.map(([id, item]) => [id, item.options])),
    corrections: compileAll(others.corrections),
    caseTools: compileAll(others.caseTools),
    deliverables: compileAll(others.deliverables),
    steps: new Map([...compileAll(steps)].map(([rank, signs]) => [Number(rank), signs])),
    measures: new Map(
      Object.entries(measures).map(([id, { printed, further }]) => [
        id,
        { printed: printed.map(compile), further: further.map(compile) },
      ]),
    ),
    solution: solution.map(compile),
  };
}

const compile = (source: string): RegExp => new RegExp(withoutAccents(source), 'u');

const compileAll = (lists: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(lists).map(([id, list]) => [id, list.map(compile)]));

function isPattern(source: string): boolean {
  try {
    compile(source);
    return true;
  } catch {
    return false;
  }
}
