import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { decodeText } from '../documents/decode-text.ts';
import { readQuickYaml } from '../documents/quick-yaml.ts';
import { errorCode, TutorError } from '../errors.ts';
import { type Task, taskFile } from './task-schema.ts';

/** Where a corpus keeps its tasks. */
export const tasksFolder = 'tasks';

/**
 * The tasks of a corpus: one YAML file each in `tasks/`, sorted by id; none when there is no such folder.
 * @throws {TutorError} `settings-wrong`, naming the file, the line and what is wrong, when a file is no task
 */
export async function readTasks(corpusDir: string): Promise<readonly Task[]> {
  const folder = join(corpusDir, tasksFolder);
  const names = await readdir(folder).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
    throw wrong(folder, `cannot be listed (${errorCode(error)})`);
  });
  const tasks: Task[] = [];
  const homes = new Map<string, string>();
  for (const name of names.filter((one) => /\.ya?ml$/i.test(one)).sort()) {
    const path = join(folder, name);
    const bytes = await readFile(path).catch((error: unknown) => {
      throw wrong(path, `cannot be read (${errorCode(error)})`);
    });
    const decoded = decodeText(bytes);
    if ('problem' in decoded) throw wrong(path, 'is not text; save it as UTF-8');
    const task = parseTask(decoded.text, path);
    const other = homes.get(task.id);
    if (other !== undefined)
      throw wrong(path, `has the id "${task.id}" of ${other}; give it another`);
    homes.set(task.id, path);
    tasks.push(task);
  }
  return tasks.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Reads one task.
 * @throws {TutorError} `settings-wrong`, naming the line and what is wrong there
 */
export function parseTask(source: string, path: string): Task {
  const quick = readQuickYaml(source, 'core');
  const task = quick && taskFile.safeParse(quick.value);
  return task?.success ? task.data : parseWhole(source, path);
}

/** Reads any YAML, and says on which line a mistake is. */
function parseWhole(source: string, path: string): Task {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) {
    const { line } = lines.linePos(broken.pos[0]);
    throw wrong(`${path}:${line}`, `is not valid YAML (${broken.message.split(' at line')[0]!})`);
  }
  const parsed = taskFile.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const line = lineOf(issue.path, document, lines);
  throw wrong(
    `${path}:${line}`,
    `is no task at ${issue.path.join('.') || 'its top'}: ${issue.message}`,
  );
}

/** Line of the innermost part of a path that the file has. */
function lineOf(
  path: readonly PropertyKey[],
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as
      { range?: [number, ...number[]] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

const wrong = (where: string, what: string): TutorError =>
  new TutorError(
    'settings-wrong',
    `${where} ${what}. Correct the file (corpus/README.md, “Tasks”), or remove it.`,
  );
