import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Document } from '../../server/documents/document.ts';
import { ingest, openIndex } from '../../server/ingestion/ingest.ts';
import { createAnalyzer } from '../../server/language/analyzer.ts';
import type { RetrievalQuery } from '../../server/retrieval/retriever.ts';
import { ourSearch } from './our-search.ts';
import { queryToolsFor } from './query-tools.ts';
import { writeSyntheticCorpus } from './synthetic-corpus.ts';

/** Times of one ingestion and of what follows it, in milliseconds. */
export type IngestionTimes = {
  readonly chunks: number;
  /** Reading, splitting, indexing and writing durably. */
  readonly ingestMs: number;
  /** Opening what was written: reading the corpus, checking and loading the index. */
  readonly openMs: number;
  /** How late timers ran while ingesting. */
  readonly loopP99Ms: number;
  readonly loopMaxMs: number;
  /** Of each query, in the order asked. */
  readonly queryMs: readonly number[];
  /** Bytes, with the index open. */
  readonly memory: NodeJS.MemoryUsage;
};

export type IngestionRun = {
  readonly originals: readonly Document[];
  readonly chunks: number;
  readonly queries: readonly RetrievalQuery[];
};

/** Ingests a synthetic corpus into a temporary folder, opens it again and asks it; removes it. */
export async function measureIngestion({
  originals,
  chunks,
  queries,
}: IngestionRun): Promise<IngestionTimes> {
  const root = await mkdtemp(join(tmpdir(), 'repere-bench-'));
  try {
    const corpusDir = join(root, 'corpus');
    await writeSyntheticCorpus(corpusDir, { originals, chunks, seed: 20_261_103 });
    const analyzer = createAnalyzer();
    const options = { corpusDir, indexDir: join(root, 'index'), analyzer, embedder: null };
    const loop = monitorEventLoopDelay({ resolution: 5 });
    loop.enable();
    const [ingestMs, ingested] = await timed(() => ingest(options));
    loop.disable();
    const [openMs, { index, report }] = await timed(() => openIndex(options));
    if (report !== null) throw new Error('The index was built again instead of being opened.');
    const { search } = ourSearch(index, await queryToolsFor(index.keywords, { field: 'ours' }));
    const queryMs: number[] = [];
    for (const query of [...queries.slice(0, warmUp), ...queries]) {
      const [duration] = await timed(() => search(query, 8));
      queryMs.push(duration);
    }
    return {
      chunks: ingested.report?.chunks ?? 0,
      ...{ ingestMs, openMs },
      loopP99Ms: loop.percentile(99) / 1e6,
      loopMaxMs: loop.max / 1e6,
      queryMs: queryMs.slice(Math.min(warmUp, queries.length)),
      memory: process.memoryUsage(),
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Queries asked once before those that are measured. */
const warmUp = 50;

async function timed<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const started = performance.now();
  const result = await work();
  return [performance.now() - started, result];
}
