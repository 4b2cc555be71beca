import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const examPath = join(
  ...[import.meta.dirname, '..', '..', 'corpus', 'exams', 'examen-metiers-data.md'],
);

/** The statements of the exam as a student sees them, by item; part E's steps in their printed order. */
export type ExamStatements = {
  readonly statements: ReadonlyMap<string, string>;
  readonly steps: readonly string[];
};

/**
 * Reads the statements from the exam, without options, blanks and key.
 * @throws {Error} when not all 34 are found
 */
export async function readExamStatements(path: string = examPath): Promise<ExamStatements> {
  const text = (await readFile(path, 'utf8')).replaceAll('**', '');
  const statements = new Map<string, string>();
  const part = (letter: string) =>
    text.split(/^## /m).find((section) => section.startsWith(`PARTIE ${letter}`)) ?? '';
  const add = (letter: string, pattern: RegExp) => {
    for (const [, number, statement] of part(letter).matchAll(pattern)) {
      statements.set(`${letter}${number}`, statement!.trim());
    }
  };
  add('A', /^(\d+)\) (.+?) *$/gm);
  add('B', /^\| (\d)\. ([^|]+)\|/gm);
  add('C', /^(\d)\) (.+?) → V\/F/gm);
  add('D', /^Cas ([A-C]) — [^\n]+\n([^\n]+)/gm);
  add('F', /^(\d)\) (.+?) *$/gm);
  const steps = [...part('E').matchAll(/^- \[ \] (.+)$/gm)].map(([, step]) => step!.trim());
  statements.set('E', steps.join(' ; '));
  if (statements.size !== 34 || steps.length !== 8) {
    throw new Error(
      `${path}: ${statements.size} statements and ${steps.length} steps, not 34 and 8`,
    );
  }
  return { statements, steps };
}
