import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../language/analyzer.ts';
import { writeFiles } from '../testing/write-files.ts';
import { indexFolder, type IngestionOptions, openIndex } from './ingest.ts';

const secret = 'La réponse est quarante-deux pour cent.';
const lesson = '# Kafka\n\nKafka garde les messages.\n\n## Solution\n\n' + secret + '\n';
const questions = (quote: string, document = 'kafka') =>
  `document: ${document}\nquestions:\n  - ask: ["que fait kafka ?"]\n    quote: ["${quote}"]\n`;

let folder = '';
let options: IngestionOptions;

async function corpus(files: Readonly<Record<string, string>>): Promise<void> {
  await writeFiles(options.corpusDir, { 'kafka.md': lesson, ...files });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'expected-'));
  const [corpusDir, indexDir] = [join(folder, 'corpus'), indexFolder(folder)];
  options = { corpusDir, indexDir, analyzer: createAnalyzer(), embedder: null };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('expected questions of a corpus', () => {
  it('are kept with the index, at their place in the document', async () => {
    await corpus({ 'questions/kafka.yaml': questions('Kafka garde les messages.') });
    for (const built of [true, false]) {
      const { index, corpus: summary, report } = await openIndex(options);
      expect(report !== null).toBe(built);
      expect(summary.leftOut).toEqual([]);
      expect(index.expected.questions).toEqual([
        { documentId: 'kafka', asks: ['que fait kafka ?'], places: [{ start: 9, end: 34 }] },
      ]);
      expect(index.expected.keywords.stems.size).toBe(1);
    }
  });

  it('make the index be built again when they change', async () => {
    await corpus({});
    await openIndex(options);
    await corpus({ 'questions/kafka.yaml': questions('Kafka garde les messages.') });
    const { report, notes } = await openIndex(options);
    expect(report).not.toBeNull();
    expect(notes).toEqual([expect.stringContaining('changed')]);
  });

  it('are left out where they quote what is sealed, is not there, or no document', async () => {
    await corpus({
      'questions/a.yaml': questions(secret),
      'questions/b.yaml': questions('Kafka efface les messages.'),
      'questions/c.yaml': questions('Kafka garde les messages.', 'examen'),
      'questions/d.yaml': 'document: [',
      'questions/e.yml': questions('Kafka garde les messages.'),
    });
    const { index, corpus: summary } = await openIndex(options);
    expect(index.expected.questions).toHaveLength(1);
    expect(summary.leftOut.map(({ path }) => path)).toEqual(
      ['a', 'b', 'c', 'd'].map((name) => `questions/${name}.yaml`),
    );
    expect(summary.leftOut[0]!.reason).toContain('line 4: “La réponse');
    expect(summary.leftOut[2]!.reason).toContain('"examen"');
    for (const { reason } of summary.leftOut) expect(reason).toMatch(/\.$/);
  });
});
