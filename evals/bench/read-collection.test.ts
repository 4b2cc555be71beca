import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectionBench } from './collection-bench.ts';
import { readCollection } from './read-collection.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-collection-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const passages = [
  { id: 'p1', title: 'Kafka', text: 'Un topic est découpé en partitions.' },
  { id: 'p2', title: 'RGPD', text: 'Le responsable informe les personnes.' },
];
const write = async (queries: string) => {
  const lines = passages.map((passage) => JSON.stringify(passage)).join('\n');
  await writeFile(join(folder, 'passages.jsonl'), lines);
  await writeFile(join(folder, 'queries.jsonl'), queries);
};

describe('readCollection', () => {
  it('reads passages and judged questions', async () => {
    await write('{"id":"q1","text":"topic ?","relevant":["p1"]}\n');
    const collection = await readCollection(folder);
    expect(collection.passages).toEqual(passages);
    expect([...collection.queries[0]!.relevant]).toEqual(['p1']);
  });

  it.each([
    ['{"id":"q1"', 'queries.jsonl:1 is not JSON'],
    ['{"id":"q1","text":"?","relevant":[]}', 'queries.jsonl:1: relevant'],
    ['{"id":"q1","text":"?","relevant":["p9"]}', 'q1 names the passage p9'],
  ])('refuses %s', async (queries, problem) => {
    await write(queries);
    await expect(readCollection(folder)).rejects.toThrow(problem);
  });
});

describe('collectionBench', () => {
  it('measures every system on it', async () => {
    await write('{"id":"q1","text":"partitions d’un topic","relevant":["p1"]}');
    const report = await collectionBench(folder, { ablation: false });
    for (const name of ['ours', 'MiniSearch', 'MiniSearch fr', 'Orama']) {
      expect(report).toMatch(new RegExp(`^${name} +1\\.000`, 'm'));
    }
  });
});
