import { join } from 'node:path';
import { TutorError } from '../errors.ts';
import type { Analyzer } from '../language/analyzer.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import type { Protection } from '../integrity/protection.ts';
import type { ConceptLexicon } from '../integrity/reading/concepts.ts';
import type { PublicIndex } from '../retrieval/public-index.ts';
import { currentIndex, knownDocuments, settingsHash } from './current-index.ts';
import { readGeneration, writeGeneration } from './index-generations.ts';
import { type IndexLock, lockIndex } from './index-lock.ts';
import { type CorpusSummary, type Parts, readParts } from './read-parts.ts';
import { buildIndex, type BuildProgress, embeddedText } from './build-index.ts';
import { readIndexFiles, writeIndexFiles } from './index-files.ts';

export type IngestionOptions = {
  readonly corpusDir: string;
  /** Folder of the generations. */
  readonly indexDir: string;
  readonly analyzer: Analyzer;
  readonly embedder: Embedder | null;
  /** By default read anew. */
  readonly concepts?: ConceptLexicon;
  readonly onProgress?: BuildProgress;
  readonly signal?: AbortSignal;
};

/** What an ingestion did, for the trainer. */
export type IngestionReport = { readonly chunks: number; readonly durationMs: number };

export type OpenedIndex = {
  readonly index: PublicIndex;
  /** What was found in the corpus folder, at every opening. */
  readonly corpus: CorpusSummary;
  /** By what the sealed parts of the corpus are recognised. */
  readonly protection: Protection;
  /** Set when the index was built just now. */
  readonly report: IngestionReport | null;
  /** Sentences for the terminal: why an index was rebuilt, what does not work as configured. */
  readonly notes: readonly string[];
};

/**
 * Reads the corpus, seals what must not be given away, indexes the rest and makes it the current generation.
 * @throws {TutorError} `corpus-unreadable`, `corpus-empty`, `disk-full`, `index-locked`, `model-unavailable`
 */
export async function ingest(options: IngestionOptions): Promise<OpenedIndex> {
  const parts = await readParts(options.corpusDir, readOptions(options));
  return build(parts, options, { notes: [], unwritten: 'fails' });
}

/**
 * The index of the corpus as it is now: the current generation when it fits, else a new one.
 * An embeddings endpoint that does not answer costs the embeddings, not the service; an index that cannot be written
 * for want of room, or because another process is writing it, serves from memory.
 * @throws {TutorError} as {@link ingest}, but for `model-unavailable`, `disk-full` and `index-locked`
 */
export async function openIndex(options: IngestionOptions): Promise<OpenedIndex> {
  const state = await readGeneration(options.indexDir);
  const known = knownDocuments(state, options);
  const parts = await readParts(options.corpusDir, { ...readOptions(options), ...known });
  const fit = await currentIndex(state, parts, options);
  const { notes } = fit;
  if (fit.kind === 'ready') {
    const { corpus, protection } = parts;
    return { index: fit.index, corpus, protection, report: null, notes };
  }
  const unwritten = 'serves' as const;
  try {
    return await build(parts, options, { notes, unwritten });
  } catch (error) {
    if (!(error instanceof TutorError) || error.code !== 'model-unavailable') throw error;
    const note = `${error.message} Until it answers, the vectors of the offline model serve; run npm run ingest then.`;
    return build(parts, { ...options, embedder: null }, { notes: [...notes, note], unwritten });
  }
}

const readOptions = ({ concepts }: IngestionOptions) => (concepts ? { concepts } : {});

/** Failures to write that pass by themselves or with some room: they do not keep a built index from serving. */
const passing: ReadonlySet<string> = new Set(['disk-full', 'index-locked']);

type BuildTerms = {
  readonly notes: readonly string[];
  /** What becomes of an index that cannot be written now. */
  readonly unwritten: 'fails' | 'serves';
};

async function build(
  parts: Parts,
  options: IngestionOptions,
  { notes, unwritten }: BuildTerms,
): Promise<OpenedIndex> {
  const started = performance.now();
  const { corpus } = parts;
  const excuses: string[] = [];
  const excuse = (error: unknown): undefined => {
    const excused =
      unwritten === 'serves' && error instanceof TutorError && passing.has(error.code);
    if (!excused) throw error;
    excuses.push(`${error.message} This run answers from an index in memory.`);
  };
  // Before the work: a folder that cannot be written is said at once, and no two processes do it at a time.
  const lock = await lockIndex(options.indexDir).catch(excuse);
  try {
    const index = await buildIndex(corpus.documents, {
      ...options,
      expected: corpus.expected,
      known: await knownVectors(options),
    });
    options.signal?.throwIfAborted();
    if (lock) await write(index, parts, { ...options, lock }).catch(excuse);
    const report = { chunks: index.chunks.length, durationMs: performance.now() - started };
    const { protection } = parts;
    return { index, corpus, protection, report, notes: [...notes, ...excuses] };
  } finally {
    await lock?.release();
  }
}

async function write(
  index: Awaited<ReturnType<typeof buildIndex>>,
  { corpus, corpusHash }: Parts,
  { indexDir, embedder, lock }: IngestionOptions & { readonly lock: IndexLock },
): Promise<void> {
  const content = {
    files: await writeIndexFiles(index, corpus.sources),
    manifest: {
      embeddingModel: index.embeddingModel,
      dimensions: index.vectors.dimensions,
      documents: index.documents.size,
      chunks: index.chunks.length,
      corpusHash,
      settingsHash: settingsHash(embedder),
    },
  };
  await writeGeneration(indexDir, content, lock);
}

/** Vectors of the current generation by the text they were made from, when it was made by the same model. */
async function knownVectors({
  indexDir,
  embedder,
}: IngestionOptions): Promise<ReadonlyMap<string, Float32Array>> {
  if (!embedder) return new Map();
  const state = await readGeneration(indexDir);
  // Another layout could not be read, and another model's vectors not be used.
  if (state.kind !== 'ready' || state.manifest.settingsHash !== settingsHash(embedder)) {
    return new Map();
  }
  const { chunks, documents, vectors } = await readIndexFiles(state.files, embedder.model);
  const { values, dimensions } = vectors.table;
  return new Map(
    chunks.map((chunk, at) => [
      embeddedText(documents.get(chunk.documentId)!, chunk),
      values.slice(at * dimensions, (at + 1) * dimensions),
    ]),
  );
}

/** Where the index lives in the data folder. */
export const indexFolder = (dataDir: string): string => join(dataDir, 'index');
