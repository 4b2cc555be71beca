import { writeSync } from 'node:fs';
import { readGeneration } from '../../server/ingestion/index-generations.ts';
import { ingest } from '../../server/ingestion/ingest.ts';
import { createAnalyzer } from '../../server/language/analyzer.ts';

/** A program to be killed: ingests each of the given corpora in turn into the index folder, for ever. */

const [indexDir, ...corpora] = process.argv.slice(2);
if (indexDir === undefined || corpora.length === 0) {
  throw new Error('Say which index folder to write, and which corpora to ingest.');
}
const analyzer = createAnalyzer();
writeSync(1, 'ready\n');
for (let count = 0; ; count += 1) {
  const corpusDir = corpora[count % corpora.length]!;
  await ingest({ corpusDir, indexDir, analyzer, embedder: null });
  const state = await readGeneration(indexDir);
  if (state.kind === 'ready') writeSync(1, `written ${state.name}\n`);
}
