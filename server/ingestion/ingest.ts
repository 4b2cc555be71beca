import { join } from 'node:path';
import { readCorpus, type CorpusProblem } from '../documents/read-corpus.ts';
import type { Document } from '../documents/document.ts';
import { TutorError } from '../errors.ts';
import { partition, type Sealed } from '../integrity/partition.ts';
import type { Analyzer } from '../language/analyzer.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import type { PublicIndex } from '../retrieval/public-index.ts';
import { readGeneration, writeGeneration } from './index-generations.ts';
import { sha256 } from './index-manifest.ts';
import {
  buildIndex,
  type BuildProgress,
  embeddedText,
  offlineEmbeddingModel,
} from './build-index.ts';
import { indexLayoutVersion, readIndexFiles, writeIndexFiles } from './index-files.ts';

export type IngestionOptions = {
  readonly corpusDir: string;
  /** Folder of the generations. */
  readonly indexDir: string;
  readonly analyzer: Analyzer;
  readonly embedder: Embedder | null;
  readonly onProgress?: BuildProgress;
  readonly signal?: AbortSignal;
};

/** What an ingestion did, for the trainer. */
export type IngestionReport = {
  readonly documents: readonly Document[];
  readonly chunks: number;
  readonly sealed: readonly Sealed[];
  readonly problems: readonly CorpusProblem[];
  readonly skipped: readonly string[];
  readonly durationMs: number;
};

export type OpenedIndex = {
  readonly index: PublicIndex;
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
  return build(await readParts(options.corpusDir), options, []);
}

/**
 * The index of the corpus as it is now: the current generation when it fits, else a new one.
 * An embeddings endpoint that does not answer costs the embeddings, not the service.
 * @throws {TutorError} as {@link ingest}, but for `model-unavailable`
 */
export async function openIndex(options: IngestionOptions): Promise<OpenedIndex> {
  const parts = await readParts(options.corpusDir);
  const fit = await currentIndex(parts, options);
  if (fit.kind === 'ready') return { index: fit.index, report: null, notes: fit.notes };
  try {
    return await build(parts, options, fit.notes);
  } catch (error) {
    if (!(error instanceof TutorError) || error.code !== 'model-unavailable') throw error;
    const note = `${error.message} Until it answers, the vectors of the offline model serve; run npm run ingest then.`;
    return build(parts, { ...options, embedder: null }, [...fit.notes, note]);
  }
}

type Parts = Awaited<ReturnType<typeof readParts>>;

async function readParts(corpusDir: string) {
  const { documents, problems, skipped } = await readCorpus(corpusDir);
  const { open, sealed } = partition(documents);
  if (open.length === 0) {
    const why = problems[0] ? ` (${problems[0].path}: ${problems[0].reason})` : '';
    throw new TutorError(
      'corpus-empty',
      `The corpus folder ${corpusDir} holds no document that can be indexed${why}; put .md or .txt files there, or set CORPUS_DIR.`,
    );
  }
  return { documents, open, sealed, problems, skipped, corpusHash: sha256(JSON.stringify(open)) };
}

const settingsHash = (embedder: Embedder | null): string =>
  sha256(JSON.stringify([indexLayoutVersion, embedder?.model ?? offlineEmbeddingModel]));

async function currentIndex(
  { corpusHash }: Parts,
  { indexDir, embedder }: IngestionOptions,
): Promise<
  { kind: 'ready'; index: PublicIndex; notes: string[] } | { kind: 'unfit'; notes: string[] }
> {
  const state = await readGeneration(indexDir);
  if (state.kind === 'missing') return { kind: 'unfit', notes: [] };
  if (state.kind === 'broken') {
    return {
      kind: 'unfit',
      notes: [`The index in ${indexDir} was damaged (${state.reason}); it was built again.`],
    };
  }
  const notes = state.recoveredFrom
    ? [
        `The current index in ${indexDir} was damaged (${state.recoveredFrom}); the one before it serves.`,
      ]
    : [];
  const { manifest } = state;
  if (manifest.corpusHash !== corpusHash) {
    return {
      kind: 'unfit',
      notes: ['The corpus changed since it was indexed; it is indexed again.'],
    };
  }
  if (manifest.settingsHash !== settingsHash(embedder)) {
    return {
      kind: 'unfit',
      notes: [
        `The index was made for ${manifest.embeddingModel}; it is made again for the current settings.`,
      ],
    };
  }
  try {
    return {
      kind: 'ready',
      index: await readIndexFiles(state.files, manifest.embeddingModel),
      notes,
    };
  } catch (error) {
    if (!(error instanceof TutorError)) throw error;
    return {
      kind: 'unfit',
      notes: [`The index in ${indexDir} could not be used (${error.message}); it was built again.`],
    };
  }
}

async function build(
  parts: Parts,
  options: IngestionOptions,
  notes: readonly string[],
): Promise<OpenedIndex> {
  const started = performance.now();
  const { indexDir, embedder } = options;
  const known = embedder ? await knownVectors(indexDir, embedder) : new Map<string, Float32Array>();
  const index = await buildIndex(parts.open, { ...options, known });
  options.signal?.throwIfAborted();
  await writeGeneration(indexDir, {
    files: await writeIndexFiles(index),
    manifest: {
      embeddingModel: index.embeddingModel,
      dimensions: index.vectors.dimensions,
      documents: index.documents.size,
      chunks: index.chunks.length,
      corpusHash: parts.corpusHash,
      settingsHash: settingsHash(embedder),
    },
  });
  const report = {
    documents: parts.open,
    chunks: index.chunks.length,
    sealed: parts.sealed,
    problems: parts.problems,
    skipped: parts.skipped,
    durationMs: performance.now() - started,
  };
  return { index, report, notes };
}

/** Vectors of the current generation by the text they were made from, when it was made by the same model. */
async function knownVectors(
  indexDir: string,
  embedder: Embedder,
): Promise<ReadonlyMap<string, Float32Array>> {
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
