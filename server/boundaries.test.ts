import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFiles } from './testing/write-files.ts';

/** By file: the imports that the linter must refuse there, and those that it must let through. */
const rules: Readonly<Record<string, { refused: string[]; allowed: string[] }>> = {
  'server/language/a.ts': { refused: ['../errors.ts', '../documents/document.ts'], allowed: [] },
  'server/documents/a.ts': {
    refused: ['../retrieval/search.ts', '../config.ts', 'langchain', 'express', 'hnswlib-node'],
    allowed: ['../errors.ts', '../language/tokenize.ts'],
  },
  'server/retrieval/a.ts': {
    refused: ['../tutoring/answer.ts', '../ingestion/ingest.ts', '../http/app.ts', 'hnswlib-node'],
    allowed: ['../documents/document.ts', '../language/tokenize.ts', '../errors.ts'],
  },
  'server/retrieval/expected/a.ts': {
    refused: ['../../tutoring/answer.ts', '../../ingestion/ingest.ts', 'hnswlib-node', 'express'],
    allowed: ['../search.ts', '../../documents/document.ts', '../../language/tokenize.ts'],
  },
  'server/retrieval/vector-store.ts': {
    refused: ['../tutoring/answer.ts', '@langchain/core/messages', 'express'],
    allowed: ['hnswlib-node', '../errors.ts'],
  },
  'server/integrity/a.ts': {
    refused: ['../retrieval/search.ts', '../tutoring/answer.ts', '../contract/answers.ts'],
    allowed: ['../documents/document.ts', '../language/tokenize.ts', '../errors.ts'],
  },
  'server/ingestion/a.ts': {
    refused: ['../tutoring/answer.ts', '../models/offline-chat.ts', '../config.ts'],
    allowed: ['../retrieval/search.ts', '../integrity/partition.ts', '../documents/document.ts'],
  },
  'server/ingestion/editing/a.ts': {
    refused: ['../../tutoring/answer.ts', '../../config.ts', '../../contract/documents.ts'],
    allowed: ['../durable-files.ts', '../../documents/document.ts', '../../errors.ts'],
  },
  'server/tutoring/a.ts': {
    refused: [
      '../extraction/extract-answer.ts',
      '../critique/critique.ts',
      '../models/stream-chat.ts',
      '../log.ts',
      'openai',
    ],
    allowed: ['../retrieval/retriever.ts', '../integrity/partition.ts', '../contract/answers.ts'],
  },
  'server/critique/a.ts': {
    refused: ['../tutoring/answer.ts', '../models/stream-chat.ts', '../log.ts', 'openai'],
    allowed: ['../retrieval/retriever.ts', '../integrity/partition.ts', '../contract/answers.ts'],
  },
  'server/extraction/a.ts': {
    refused: ['../tutoring/answer.ts', '../models/stream-chat.ts', '../contract/answers.ts'],
    allowed: ['../tutoring/answer-prompt.ts', '../retrieval/glossary.ts', '../errors.ts'],
  },
  'server/models/a.ts': {
    refused: ['../tutoring/answer.ts', '../retrieval/search.ts', '../log.ts', 'express'],
    allowed: [
      '../tutoring/chat-model.ts',
      '../critique/structured-model.ts',
      '../retrieval/embedder.ts',
      '../config.ts',
      'langchain',
    ],
  },
  'server/http/a.ts': {
    refused: [
      '../tutoring/answer.ts',
      '../config.ts',
      '../compose.ts',
      '../storage/store.ts',
      'langchain',
    ],
    allowed: [
      '../contract/answers.ts',
      '../classroom/a.ts',
      '../errors.ts',
      '../log.ts',
      'express',
      'helmet',
    ],
  },
  'server/http/routes/a.ts': {
    refused: ['../../tutoring/answer.ts', '../../storage/store.ts', '../../compose.ts', 'kysely'],
    allowed: ['../route.ts', '../../classroom/a.ts', '../../contract/answers.ts', 'express'],
  },
  'server/http/routes/trainer/a.ts': {
    refused: ['../../../tutoring/answer.ts', '../../../storage/store.ts', '../../../compose.ts'],
    allowed: ['../../route.ts', '../../../classroom/a.ts', '../../../contract/answers.ts'],
  },
  'server/contract/a.ts': { refused: ['../errors.ts', 'express', 'kysely'], allowed: ['zod'] },
  'server/storage/a.ts': {
    refused: ['../tutoring/answer.ts', '../classroom/a.ts', '../compose.ts', 'express', 'libsql'],
    allowed: ['../contract/answers.ts', '../errors.ts', 'kysely'],
  },
  'server/storage/sqlite.ts': { refused: ['../compose.ts'], allowed: ['libsql', 'kysely'] },
  'server/classroom/a.ts': {
    refused: ['../tutoring/answer.ts', '../http/app.ts', '../compose.ts', 'express', 'kysely'],
    allowed: ['../contract/answers.ts', '../storage/store.ts', '../errors.ts'],
  },
  'server/classroom/access/a.ts': {
    refused: ['../../tutoring/answer.ts', '../../http/app.ts', '../../compose.ts', 'libsql'],
    allowed: ['../upkeep/a.ts', '../../contract/answers.ts', '../../storage/store.ts'],
  },
  'server/terminal/a.ts': { refused: ['express', '@langchain/openai'], allowed: ['../config.ts'] },
  'server/commands/a.ts': {
    refused: ['openai', 'hnswlib-node'],
    allowed: ['../contract/answers.ts'],
  },
  'server/a.ts': {
    refused: ['express', 'langchain', 'react', 'kysely'],
    allowed: ['./http/app.ts'],
  },
  'evals/a.ts': { refused: ['langchain', 'express'], allowed: ['../server/compose.ts'] },
  'web/a.ts': {
    refused: [
      '../server/errors.ts',
      '../server/contract/answers.ts',
      'express',
      'node:fs',
      'langchain',
    ],
    allowed: ['react', './ask/answer-state.ts'],
  },
  'web/ask/a.ts': { refused: ['../../server/compose.ts'], allowed: ['../api/failure.ts'] },
};

/** Files that break one rule each, other than by what they import. */
const badFiles: Readonly<Record<string, { text: string; rule: string }>> = {
  'server/http/b.ts': { text: 'export const port = process.env.PORT;', rule: 'no-process-env' },
  'server/http/c.ts': { text: "console.log('hello');", rule: 'no-console' },
  'server/http/d.ts': { text: 'export default 1;', rule: 'no-default-export' },
  'server/http/e.ts': { text: 'export const a = JSON as any;', rule: 'no-explicit-any' },
  'server/http/notKebab.ts': { text: 'export const a = 1;', rule: 'filename-case' },
  'server/http/f.ts': { text: 'void 0;\n'.repeat(251), rule: 'max-lines' },
  'server/models/b.ts': {
    text: "import { c } from './c.ts';\nexport const b = () => c;",
    rule: 'no-cycle',
  },
  'server/models/c.ts': {
    text: "import { b } from './b.ts';\nexport const c = () => b;",
    rule: 'no-cycle',
  },
};

/** Types may cross where values may not. */
const typeImports: Readonly<Record<string, { from: string; allowed: boolean }>> = {
  'server/http/types.ts': { from: '../compose.ts', allowed: true },
  'server/http/types-2.ts': { from: '../tutoring/answer.ts', allowed: false },
  'web/types.ts': { from: '../server/contract/answers.ts', allowed: true },
  'web/types-2.ts': { from: '../server/errors.ts', allowed: false },
  'server/retrieval/types.ts': { from: 'hnswlib-node', allowed: true },
  'server/language/types.ts': { from: '../documents/document.ts', allowed: false },
};

const projectDir = join(import.meta.dirname, '..');

describe('the linter', () => {
  let folder = '';
  let found: readonly { readonly rule: string; readonly file: string; readonly text: string }[] =
    [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'repere-boundaries-'));
    await copyFile(join(projectDir, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    await writeFiles(folder, filesToLint());
    found = await lint(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const refusals = (file: string) =>
    found.filter((one) => one.file === file && one.rule.includes('no-restricted-imports'));

  it.each(Object.entries(rules))('holds the boundaries of %s', (file, { refused }) => {
    expect(refusals(file).map(({ text }) => text)).toEqual(
      expect.arrayContaining(refused.map((from) => expect.stringContaining(`'${from}'`))),
    );
    expect(refusals(file)).toHaveLength(refused.length);
  });

  it.each(Object.entries(typeImports))('judges the type import of %s', (file, { allowed }) => {
    expect(refusals(file)).toHaveLength(allowed ? 0 : 1);
  });

  it.each(Object.entries(badFiles))('finds what is wrong in %s', (file, { rule }) => {
    const broken = found.filter((one) => one.file === file).map((one) => one.rule);
    expect(broken).toContainEqual(expect.stringContaining(rule));
  });
});

function filesToLint(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [file, { refused, allowed }] of Object.entries(rules)) {
    const imports = [...refused, ...allowed].map((from, n) => `import { a${n} } from '${from}';\n`);
    const names = imports.map((_import, n) => `a${n}`).join(', ');
    files[file] = `${imports.join('')}export const used = [${names}];\n`;
  }
  for (const [file, { text }] of Object.entries(badFiles)) files[file] = text;
  for (const [file, { from }] of Object.entries(typeImports)) {
    files[file] = `import type { A } from '${from}';\nexport type B = A;\n`;
  }
  return files;
}

/** Every finding, with the source line that it points at. */
async function lint(cwd: string) {
  const bin = join(projectDir, 'node_modules', '.bin', 'oxlint');
  const run = promisify(execFile)(bin, ['-f', 'json', '.'], { cwd, maxBuffer: 1e8 });
  // Findings are a failure for the linter.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { code: string; filename: string; message: string }[];
  };
  return diagnostics.map(({ code, filename, message }) => {
    return { rule: code, file: filename.replaceAll('\\', '/'), text: message };
  });
}
