import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../server/documents/document.ts';
import { readCorpus } from '../../server/documents/read-corpus.ts';
import { partition } from '../../server/integrity/partition.ts';
import { foldForFacts, statesFact } from '../scorers/facts.ts';
import { loadCases } from './load-cases.ts';

const document = {
  id: 'kafka',
  text: '# Kafka\n\nUn **offset** est une\nposition. Un offset suit un offset.\n',
} as Document;

const question = {
  id: 'q-1',
  split: 'dev',
  lang: 'fr',
  tags: ['short'],
  turns: ['offset ?'],
  gold: [{ doc: 'kafka', text: 'Un **offset** est une position.' }],
  nuggets: [{ text: 'position', importance: 'vital', any: ['position'] }],
  why: 'says nothing',
};
const unanswerable = {
  ...{ id: 'u-1', split: 'dev', lang: 'fr', tags: ['short'], turns: ['nifi ?'], why: 'invents' },
  category: 'out-of-corpus',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-cases-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function load(questions: readonly unknown[], others: readonly unknown[] = [unanswerable]) {
  const lines = (values: readonly unknown[]) =>
    values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');
  await writeFile(join(folder, 'questions.dev.jsonl'), lines(questions));
  await writeFile(join(folder, 'unanswerable.dev.jsonl'), lines(others));
  return loadCases('dev', [document], folder);
}

describe('loadCases', () => {
  it('turns gold text into spans of the document, white space apart', async () => {
    const { questions, unanswerable: others } = await load([question]);
    const { start, end, ...rest } = questions[0]!.gold[0]!;
    expect(document.text.slice(start, end)).toBe('Un **offset** est une\nposition.');
    expect(rest).toEqual({ documentId: 'kafka', grade: 2 });
    expect(others).toHaveLength(1);
  });

  it('names file, line and case of gold that is not in exactly one place', async () => {
    const drifted = { ...question, id: 'q-2', gold: [{ doc: 'kafka', text: 'Un offset est là.' }] };
    const twice = { ...question, id: 'q-3', gold: [{ doc: 'kafka', text: 'offset' }] };
    const sealed = { ...question, id: 'q-4', gold: [{ doc: 'examen', text: 'offset' }] };
    const loading = load([question, drifted, twice, sealed]);
    await expect(loading).rejects.toThrow(/questions\.dev\.jsonl:2 \(q-2\): gold 1 is in 0 places/);
    await expect(loading).rejects.toThrow(/questions\.dev\.jsonl:3 \(q-3\): .* in 3 places/);
    await expect(loading).rejects.toThrow(/questions\.dev\.jsonl:4 \(q-4\): no document/);
  });

  it.each([
    ['broken JSON', '{"id":', /:1: is not JSON/],
    ['an unknown field', { ...question, answer: 'x' }, /:1: .*answer/],
    ['no vital fact', { ...question, nuggets: [] }, /:1: nuggets none is vital/],
    ['another split', { ...question, split: 'test' }, /:1 \(q-1\): its split is test/],
  ])('refuses %s', async (_, line, problem) => {
    await expect(load([line])).rejects.toThrow(problem);
  });

  it('refuses an id used twice, across files too', async () => {
    const again = { ...unanswerable, id: 'q-1' };
    await expect(load([question], [again])).rejects.toThrow(
      /unanswerable\.dev\.jsonl:1 \(q-1\): the id is already used in questions\.dev\.jsonl:1/,
    );
  });
});

describe('the question set', () => {
  it.each(['dev', 'test'] as const)('of the %s split has its gold in the corpus', async (split) => {
    const { documents } = await readCorpus(join(import.meta.dirname, '..', '..', 'corpus'));
    const { open } = partition(documents);
    const { questions, unanswerable: others } = await loadCases(split, open);
    expect(questions.length).toBeGreaterThanOrEqual(100);
    expect(others.length).toBeGreaterThanOrEqual(50);
    const texts = new Map(open.map(({ id, text }) => [id, text]));
    const unstated = questions.filter(({ gold, nuggets }) => {
      const places = gold.map(({ documentId, start, end }) =>
        texts.get(documentId)!.slice(start, end),
      );
      return nuggets.some((nugget) => !statesFact(foldForFacts(places.join('\n')), nugget));
    });
    // Counted and not named: nobody who builds reads the test split.
    expect(unstated.length).toBe(0);
  });
});
