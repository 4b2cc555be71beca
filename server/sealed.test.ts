import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCorpus } from './documents/read-corpus.ts';
import { partition } from './integrity/partition.ts';
import { itemKey } from './integrity/ledger.ts';
import { createSealedGrams, type SealedGrams } from './integrity/scan/sealed-grams.ts';
import type { TrainerDocuments } from './contract/documents.ts';
import { apiRoutes } from './http/app.ts';
import { enterAs } from './testing/enter-as.ts';
import { fakeChatModel } from './testing/fakes.ts';
import { createLog } from './log.ts';
import { type ServedTutor, serveTutor } from './testing/serve-tutor.ts';
import { createStudentClient } from './testing/student-client.ts';

/** Nothing sealed is anywhere but in the exam and in the solution: no run of five words of them, and no key. */

const run = promisify(execFile);
const project = join(import.meta.dirname, '..');
let grams: SealedGrams;
let statements: readonly string[];
let solution = '';

beforeAll(async () => {
  const { exams, solutions } = partition((await readCorpus(join(project, 'corpus'))).documents);
  const texts = exams.flatMap(({ document, items }) =>
    items.flatMap(({ id, stem, options }) =>
      [stem, ...options].map((text) => ({ owner: itemKey({ exam: document.id, id }), text })),
    ),
  );
  statements = exams.flatMap(({ items }) => items.map(({ stem }) => stem)).filter(Boolean);
  solution = solutions.map(({ text }) => text).join('\n');
  // No public text takes anything off: what the course prints as well would be a leak of its own.
  grams = createSealedGrams([...texts, { owner: 'solution', text: solution }], []);
});

const leaking = (texts: Iterable<readonly [string, string]>): string[] =>
  [...texts].filter(([, text]) => grams.has(text)).map(([name]) => name);

describe('the sealed runs', () => {
  it('are there to be found: every statement of five words or more holds one, and so does the solution', () => {
    expect(statements.length).toBeGreaterThan(30);
    const long = statements.filter((text) => text.split(' ').length > 7);
    expect(long.every((text) => grams.has(text))).toBe(true);
    expect(grams.has(solution)).toBe(true);
  });
});

describe('what a server holds and sends', () => {
  let served: ServedTutor;
  let logged = '';
  const prompts: string[] = [];
  const model = fakeChatModel((messages) => {
    prompts.push(messages.map(({ content }) => content).join('\n'));
    return ['Je ne sais pas.'];
  });
  beforeAll(async () => {
    const log = createLog('trace', { write: (line: string) => void (logged += line) });
    served = await serveTutor({ chatModel: model, log });
    return () => served.close();
  });

  it('has none in the documents and passages of the index', () => {
    const { index, corpus } = served.tutor.opened;
    expect(leaking([...index.documents].map(([id, { text }]) => [id, text]))).toEqual([]);
    expect(leaking(index.chunks.map(({ id, text }) => [id, text]))).toEqual([]);
    expect(
      leaking(index.expected.questions.map(({ asks }, at) => [`${at}`, asks.join('\n')])),
    ).toEqual([]);
    expect(corpus.sealed.length).toBeGreaterThan(6);
  });

  it('has none in any prompt, reply, document or log line, whatever statement is asked about', async () => {
    const student = await createStudentClient(served.url);
    let wire = '';
    for (const statement of statements) {
      for (const question of [
        statement,
        `Explique : ${statement}`,
        `${statement.slice(0, 40)}… c’est qui ?`,
      ]) {
        wire += await (await student.post({ question })).text();
      }
    }
    const after = await student.post({ question: 'C’est quoi Kafka ?' });
    wire += await after.text();
    for (const id of served.tutor.opened.index.documents.keys()) {
      const document = await student.send('GET', `/api/documents/${id}`);
      expect(document.status).toBe(200);
      wire += await document.text();
    }
    expect(prompts.length).toBeGreaterThan(0);
    expect(
      leaking(prompts.map((prompt, at) => [`prompt ${at}: ${prompt.slice(-300)}`, prompt])),
    ).toEqual([]);
    const spoken = wire
      .split(/\\n|\n/)
      .map((line, at) => [`${at}: ${line.slice(0, 200)}`, line] as const);
    expect(leaking(spoken)).toEqual([]);
    expect(logged).not.toBe('');
    expect(leaking([['log', logged]])).toEqual([]);
  });

  it('has none behind any address that only reads, for a student or a trainer', async () => {
    const found: (readonly [string, string])[] = [];
    for (const caller of ['student', 'trainer'] as const) {
      const client = await enterAs(served, caller);
      const look = async (path: string) =>
        found.push([`${caller}: ${path}`, await (await client.call('GET', path)).text()] as const);
      const routes = apiRoutes(served.dependencies).filter(({ method }) => method === 'get');
      for (const { path } of routes) {
        // Evals are made of cases, which quote exams as students do; trainers see the dev split.
        if (path.startsWith('/api/trainer/evals')) continue;
        await look(path.replace(':id', 'examen-metiers-data'));
      }
      const { documents } = (await (
        await (await enterAs(served, 'trainer')).call('GET', '/api/trainer/documents')
      ).json()) as TrainerDocuments;
      expect(documents.length).toBeGreaterThan(20);
      for (const { path } of documents) {
        await look(`/api/trainer/chunks?path=${encodeURIComponent(path)}`);
      }
    }
    // A trainer is told the title of a worked solution, which also stands in it.
    const lines = found.flatMap(([name, text]) =>
      text
        .replace(/"title":"[^"]*"/g, '')
        .split(/\\n|\n/)
        .map((line) => [name, line] as const),
    );
    expect(found.some(([, text]) => text.includes('Kafka'))).toBe(true);
    expect(leaking(lines)).toEqual([]);
  });

  it('keeps no key: the register does not tell which option is right', async () => {
    const { register } = served.tutor.opened.protection;
    const source = await readFile(join(project, 'corpus/exams/examen-metiers-data.md'), 'utf8');
    const bold = [...source.matchAll(/\[ *\] *\*\*([^*]+)\*\*/g)].map(([, option]) => option!);
    expect(bold.length).toBeGreaterThan(8);
    expect(JSON.stringify(register.items.map(({ options }) => options))).not.toContain('**');
    for (const { options } of register.items) expect(new Set(options).size).toBe(options.length);
  });
});

describe('what the repository ships', () => {
  it('has none in sources, hints, questions, recordings and documentation', async () => {
    const { stdout } = await run('git', ['ls-files'], { cwd: project });
    const names = stdout
      .split('\n')
      .filter((name) => /\.(?:tsx?|mjs|json|jsonl|ya?ml|md|html|css)$/.test(name))
      // The sealed texts themselves; the attacks quote them, as students do; their judge knows the key.
      .filter((name) => !/^corpus\/(?:exams\/.*\.md|exercises\/solution-)/.test(name))
      .filter((name) => !/^evals\/(?:cases|attacks|scorers\/leaks|guard)\//.test(name))
      .filter((name) => name !== 'package-lock.json');
    const texts = await Promise.all(
      names.map(async (name) => [name, await readFile(join(project, name), 'utf8')] as const),
    );
    expect(texts.length).toBeGreaterThan(200);
    const lines = texts.flatMap(([name, text]) =>
      text.split('\n').map((line, at) => [`${name}:${at + 1}`, line] as const),
    );
    expect(leaking(lines)).toEqual([]);
  });

  it('has none in the page', async () => {
    await run('npm', ['run', '--silent', 'build'], { cwd: project });
    const dist = join(project, 'web', 'dist');
    const files = await readdir(dist, { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      files
        .filter((file) => file.isFile() && /\.(?:js|html|css)$/.test(file.name))
        .map(
          async (file) =>
            [file.name, await readFile(join(file.parentPath, file.name), 'utf8')] as const,
        ),
    );
    expect(texts.length).toBeGreaterThan(1);
    expect(leaking(texts)).toEqual([]);
  });
});
