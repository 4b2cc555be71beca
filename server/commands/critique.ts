import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { readDraftFile } from '../critique/read-draft.ts';
import { errorCode } from '../errors.ts';
import { loadSettings } from '../terminal/load-settings.ts';
import { openTutor } from '../terminal/open-tutor.ts';
import { createStyle } from '../terminal/style.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { collectCritique } from './collect-critique.ts';
import { formatCritique } from './format-critique.ts';
import { parseFlags } from './parse-flags.ts';

const usage =
  'npm run critique -- --task sc1 draft.md [--previous old.md] [--language fr|en] [--json]; npm run critique -- --list';

const flags = {
  task: { type: 'string' },
  previous: { type: 'string' },
  language: { type: 'string' },
  json: { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
} as const;

/** A file far beyond the longest draft is a mistake. */
const maxFileBytes = 1_000_000;

/** Gives feedback on a draft in the terminal. */
export async function critique(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseFlags(args, flags, usage);
  const { language, task } = values;
  if (language !== undefined && language !== 'fr' && language !== 'en') {
    throw new UsageError(`--language is neither fr nor en. Usage: ${usage}`);
  }
  if (!values.list && (task === undefined || positionals.length !== 1)) {
    throw new UsageError(`critique takes a task and one draft. Usage: ${usage}`);
  }
  const config = loadSettings();
  const draft = values.list ? null : await readText(positionals[0]!, 'draft');
  const previous =
    values.previous === undefined ? null : await readText(values.previous, 'previous draft');
  const tutor = await openTutor(config);
  if (!draft || task === undefined) {
    for (const { id, title } of tutor.tasks()) console.log(`${id}\t${title[language ?? 'fr']}`);
    if (tutor.tasks().length === 0)
      console.log('This course sets no task: its corpus has no file in tasks/.');
    return 0;
  }
  const collected = await collectCritique(
    tutor.critique(
      { task, text: draft, ...(previous !== null && { previous }), ...(language && { language }) },
      new AbortController().signal,
    ),
  );
  const style = createStyle(process.stdout, process.env);
  if (values.json) console.log(JSON.stringify(collected));
  else console.log(formatCritique(collected, style).join('\n'));
  return 0;
}

/** The text of a draft. @throws {UsageError} when the file cannot be read; {@link TutorError} when it is no draft */
async function readText(path: string, name: 'draft' | 'previous draft'): Promise<string> {
  const file = resolve(path);
  const found = await stat(file).catch((error: unknown) => {
    throw new UsageError(
      `${file} cannot be read (${errorCode(error)}): name the file of a ${name}.`,
    );
  });
  if (!found.isFile()) throw new UsageError(`${file} is no file: name the file of a ${name}.`);
  if (found.size > maxFileBytes) {
    throw new UsageError(`${basename(file)} is larger than 1 MB: it is no ${name}.`);
  }
  return readDraftFile(await readFile(file), name).text;
}
