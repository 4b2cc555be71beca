import type { HierarchicalNSW } from 'hnswlib-node';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDiskFull, TutorError } from '../errors.ts';
import { addRows, exactCandidates, findableRows, graphCandidates } from './native-candidates.ts';
import { graphFromBytes, graphToBytes, vectorsFromBytes, vectorsToBytes } from './vector-files.ts';
import { normOf, packVectors, rankRows, type Neighbour, type VectorTable } from './vector-table.ts';

/** Vectors that can be asked for those most like a query. */
export type VectorStore = {
  /** How it searches: hnswlib exactly, hnswlib's graph approximately, or exactly in TypeScript. */
  readonly kind: 'brute-force' | 'hnsw' | 'typescript';
  /** Vectors held, with the zero vectors, which are never found. */
  readonly size: number;
  readonly dimensions: number;
  /**
   * At most `limit` vectors by cosine similarity, best first, ties by index. A query that is zero or not finite has
   * no direction and finds nothing.
   * @throws {TutorError} `index-stale` when the query has another number of dimensions.
   */
  readonly search: (query: Float32Array, limit: number) => readonly Neighbour[];
};

/** A store in memory, which {@link serialiseVectorStore} can write down. */
export type LocalVectorStore = VectorStore & {
  readonly table: VectorTable;
  readonly graph: Graph | null;
};

type Library = typeof import('hnswlib-node');
type Graph = { readonly library: Library; readonly index: HierarchicalNSW };

/** hnswlib, or why it cannot be had: start-up says so, because exact search in TypeScript then serves alone. */
export type NativeSearch =
  | { readonly kind: 'available'; readonly library: Library }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Loads hnswlib-node, an optional dependency: it is compiled at installation, which needs a compiler. */
export async function loadNativeSearch(): Promise<NativeSearch> {
  try {
    const { default: library } = await import('hnswlib-node');
    return { kind: 'available', library };
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
    return { kind: 'unavailable', reason };
  }
}

/** Up to here an exact native search takes some milliseconds, and a graph would only cost time and recall. */
const defaultExactUpTo = 50_000;

export type VectorStoreOptions = {
  readonly dimensions: number;
  /** Number of vectors up to which the search is exact; by default 50,000. */
  readonly exactUpTo?: number;
  /** By default what {@link loadNativeSearch} finds. */
  readonly native?: NativeSearch;
  /** Ends a long build. */
  readonly signal?: AbortSignal;
};

/**
 * Makes a store of vectors; the index of each is its place in the array. Building a graph takes about a millisecond
 * a vector, and lets other work through meanwhile.
 * @throws {TutorError} `index-broken` when a vector has another length, or holds NaN or an infinity.
 */
export async function createVectorStore(
  vectors: readonly Float32Array[],
  options: VectorStoreOptions,
): Promise<LocalVectorStore> {
  const { exactUpTo = defaultExactUpTo, native = await loadNativeSearch(), signal } = options;
  const table = packVectors(vectors, options.dimensions);
  if (native.kind === 'unavailable') return typescriptStore(table);
  if (table.size <= exactUpTo) return exactStore(native.library, table, signal);
  const index = new native.library.HierarchicalNSW('ip', table.dimensions);
  index.initIndex({ maxElements: Math.max(1, findableRows(table)), m: 16, efConstruction: 200 });
  await addRows(index, table, signal);
  return graphStore({ library: native.library, index }, table);
}

const vectorsFile = 'vectors.bin';
const graphFile = 'vectors.hnsw';

/**
 * The files from which {@link loadVectorStore} makes the same store again.
 * @throws {TutorError} `disk-full` when the system's temporary folder has no room for the graph.
 */
export async function serialiseVectorStore(
  store: Pick<LocalVectorStore, 'table' | 'graph'>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { table, graph } = store;
  const files = new Map([[vectorsFile, vectorsToBytes(table)]]);
  if (graph === null) return files;
  await inTemporaryFolder(async (path) => {
    graph.index.writeIndexSync(path);
    // hnswlib does not notice that the disk is full; when it reads, it does notice that the file was cut.
    if (readGraph(graph.library, table, path) === null) throw noRoom();
    files.set(graphFile, graphToBytes(table, await readFile(path)));
  });
  return files;
}

/**
 * Makes a store of files whose checksums were verified: hnswlib crashes the process on damaged ones. A graph that
 * was kept is used; without one the search is exact, whatever the size.
 * @throws {TutorError} `index-broken` when a file is missing or does not fit; `disk-full` when the system's
 * temporary folder has no room for the graph.
 */
export async function loadVectorStore(
  files: ReadonlyMap<string, Uint8Array>,
  options: Pick<VectorStoreOptions, 'native' | 'signal'> = {},
): Promise<LocalVectorStore> {
  const native = options.native ?? (await loadNativeSearch());
  const vectors = files.get(vectorsFile);
  if (vectors === undefined) {
    throw new TutorError('index-broken', `The index holds no ${vectorsFile}: ingest again.`);
  }
  const table = vectorsFromBytes(vectors);
  const graph = files.get(graphFile);
  if (native.kind === 'unavailable') return typescriptStore(table);
  if (graph === undefined) return exactStore(native.library, table, options.signal);
  const bytes = graphFromBytes(table, graph);
  return inTemporaryFolder(async (path) => {
    await writeFile(path, bytes);
    const read = readGraph(native.library, table, path);
    if (read !== null) return graphStore(read, table);
    throw new TutorError(
      'index-broken',
      `The ${graphFile} of the index does not fit: ingest again.`,
    );
  });
}

function typescriptStore(table: VectorTable): LocalVectorStore {
  return storeOf('typescript', table, null, (query, limit) => rankRows(table, query, limit));
}

async function exactStore(
  library: Library,
  table: VectorTable,
  signal: AbortSignal | undefined,
): Promise<LocalVectorStore> {
  const index = new library.BruteforceSearch('ip', table.dimensions);
  const findable = findableRows(table);
  index.initIndex(Math.max(1, findable));
  await addRows(index, table, signal);
  return storeOf('brute-force', table, null, (query, limit) => {
    return rankRows(table, query, limit, exactCandidates(index, query, limit, findable));
  });
}

function graphStore(graph: Graph, table: VectorTable): LocalVectorStore {
  const findable = findableRows(table);
  return storeOf('hnsw', table, graph, (query, limit) => {
    return rankRows(table, query, limit, graphCandidates(graph.index, query, limit, findable));
  });
}

function storeOf(
  kind: VectorStore['kind'],
  table: VectorTable,
  graph: Graph | null,
  rank: (query: Float32Array, limit: number) => readonly Neighbour[],
): LocalVectorStore {
  const { size, dimensions } = table;
  const empty = findableRows(table) === 0;
  const search: VectorStore['search'] = (query, limit) => {
    if (query.length !== dimensions) {
      const message = `The index holds vectors of ${dimensions} dimensions and the question's has ${query.length}: ingest again with the present embedding model.`;
      throw new TutorError('index-stale', message);
    }
    const norm = normOf(query);
    if (empty || !(limit >= 1) || !(norm > 0 && norm < Infinity)) return [];
    return rank(query, Math.min(size, Math.floor(limit)));
  };
  return { kind, size, dimensions, search, table, graph };
}

/** The graph in a file of hnswlib's, or null when the file was cut or holds another number of vectors. */
function readGraph(library: Library, table: VectorTable, path: string): Graph | null {
  const index = new library.HierarchicalNSW('ip', table.dimensions);
  try {
    index.readIndexSync(path);
  } catch {
    return null;
  }
  return index.getCurrentCount() === findableRows(table) ? { library, index } : null;
}

/** hnswlib reads and writes files only: gives it a path in a fresh folder, which is removed afterwards. */
async function inTemporaryFolder<T>(work: (path: string) => Promise<T>): Promise<T> {
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), 'repere-vectors-'));
    return await work(join(folder, graphFile));
  } catch (cause) {
    throw isDiskFull(cause) ? noRoom(cause) : cause;
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

function noRoom(cause?: unknown): TutorError {
  const message = `The vectors' graph has to lie in ${tmpdir()} for a moment, and there is no room: free some space, or let TMPDIR name another folder.`;
  return new TutorError('disk-full', message, { cause });
}
