import type { Chunk, Document } from '../documents/document.ts';
import type { KnownDocuments } from '../documents/read-corpus.ts';
import { TutorError } from '../errors.ts';
import type { ExpectedQuestion } from '../retrieval/expected/expected-question.ts';
import { type ChannelName, channelNames, type KeywordIndex } from '../retrieval/keyword-index.ts';
import type { Postings } from '../retrieval/postings.ts';
import { type PublicIndex, publicIndex } from '../retrieval/public-index.ts';
import { runInSlices, type Steps } from '../retrieval/run-in-slices.ts';
import {
  type LocalVectorStore,
  loadVectorStore,
  serialiseVectorStore,
} from '../retrieval/vector-store.ts';
import { decodePostings, encodePostings } from './postings-file.ts';
import type { Source } from './read-parts.ts';

/**
 * Raise when a file's layout, the reading of files, the splitting or the analysis changes: older indexes are then
 * rebuilt.
 */
export const indexLayoutVersion = 4;

const documentsFile = 'documents.json';
const chunksFile = 'chunks.json';
const formsFile = 'forms.json';
const expectedFile = 'expected.json';
const sourcesFile = 'sources.json';

/** The files of a generation, from an index; {@link readIndexFiles} gives the index back. */
export async function writeIndexFiles(
  index: PublicIndex & { readonly vectors: LocalVectorStore },
  sources: readonly Source[] = [],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map(await runInSlices(encodeInSteps(index)));
  files.set(sourcesFile, encode(sources));
  for (const [name, bytes] of await serialiseVectorStore(index.vectors)) files.set(name, bytes);
  return files;
}

function* encodeInSteps(index: PublicIndex): Steps<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  files.set(documentsFile, encode([...index.documents.values()]));
  yield;
  files.set(
    chunksFile,
    encode(
      index.chunks.map(({ documentId, headings, start, end }) => ({
        documentId,
        headings,
        start,
        end,
      })),
    ),
  );
  yield;
  for (const channel of channelNames) {
    files.set(`${channel}.bin`, encodePostings(index.keywords[channel]));
    yield;
  }
  files.set(formsFile, encode([...index.keywords.forms]));
  files.set(expectedFile, encode(index.expected.questions));
  for (const channel of channelNames) {
    yield;
    files.set(`expected-${channel}.bin`, encodePostings(index.expected.keywords[channel]));
  }
  return files;
}

/**
 * The index that a generation's files hold.
 * @throws {TutorError} `index-broken` when a file is missing or is not what it should be
 */
export async function readIndexFiles(
  files: ReadonlyMap<string, Uint8Array>,
  embeddingModel: string,
): Promise<PublicIndex & { readonly vectors: LocalVectorStore }> {
  try {
    return await read(files, embeddingModel);
  } catch (cause) {
    if (cause instanceof TutorError) throw cause;
    const message = 'A file of the index is not what it should be; run npm run ingest.';
    throw new TutorError('index-broken', message, { cause });
  }
}

async function read(
  files: ReadonlyMap<string, Uint8Array>,
  embeddingModel: string,
): Promise<PublicIndex & { readonly vectors: LocalVectorStore }> {
  const documents = readDocuments(files);
  const chunks = decode<readonly Omit<Chunk, 'id' | 'text'>[]>(files, chunksFile).map((chunk) => ({
    ...chunk,
    id: `${chunk.documentId}#${chunk.start}-${chunk.end}`,
    text: documents.get(chunk.documentId)?.text.slice(chunk.start, chunk.end) ?? '',
  }));
  const forms = new Map(
    decode<readonly (readonly [string, readonly string[]])[]>(files, formsFile),
  );
  const keywords: KeywordIndex = { ...decodeChannels(files, ''), forms };
  const expected = {
    questions: decode<readonly ExpectedQuestion[]>(files, expectedFile),
    // Only the speller asks for forms, and it asks the passages.
    keywords: { ...decodeChannels(files, 'expected-'), forms: new Map() },
  };
  decode(files, sourcesFile); // read elsewhere; a generation without it is broken all the same
  const vectors = await loadVectorStore(files);
  if (
    vectors.size !== chunks.length ||
    keywords.stems.size !== chunks.length ||
    expected.keywords.stems.size !== expected.questions.length
  ) {
    throw new TutorError(
      'index-broken',
      'The parts of the index do not fit together; run npm run ingest.',
    );
  }
  const parts = { documents, chunks, keywords, vectors, expected, embeddingModel };
  return { ...publicIndex(parts), vectors };
}

/**
 * The documents of a generation that are as their files say, by path and content.
 * @throws {SyntaxError} or {TutorError} when a file is missing or is not what it should be
 */
export function readKnownDocuments(files: ReadonlyMap<string, Uint8Array>): KnownDocuments {
  const documents = readDocuments(files);
  const sources = new Map(
    decode<readonly Source[]>(files, sourcesFile).map((source) => [source.path, source]),
  );
  return (path, digest) => {
    const source = sources.get(path);
    const document = source?.digest === digest ? documents.get(source.id) : undefined;
    return document && { ...document, kind: source!.ownKind };
  };
}

const readDocuments = (files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Document> =>
  new Map(
    decode<readonly Document[]>(files, documentsFile).map((document) => [document.id, document]),
  );

const decodeChannels = (
  files: ReadonlyMap<string, Uint8Array>,
  prefix: string,
): Record<ChannelName, Postings> =>
  Object.fromEntries(
    channelNames.map((channel) => [
      channel,
      decodePostings(required(files, `${prefix}${channel}.bin`)),
    ]),
  ) as Record<ChannelName, Postings>;

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

function required(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files.get(name);
  if (!bytes)
    throw new TutorError('index-broken', `The index has no file ${name}; run npm run ingest.`);
  return bytes;
}

const decode = <T>(files: ReadonlyMap<string, Uint8Array>, name: string): T =>
  JSON.parse(new TextDecoder().decode(required(files, name))) as T;
