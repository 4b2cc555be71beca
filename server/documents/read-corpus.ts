import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { TutorError } from '../errors.ts';
import type { Document } from './document.ts';
import { identifyDocument } from './identify-document.ts';
import { byPath, type CorpusProblem, listFiles, type ListedFile, refusalOf } from './list-files.ts';
import { markdownReader } from './markdown-reader.ts';
import type { Reader } from './reader.ts';

export type { CorpusProblem };

/** Largest file that is read: a course text of 5 MB is 800,000 words, more is a mistake. */
export const maxFileBytes = 5_000_000;

/** One reader per format, see {@link Reader}. */
const readers: readonly Reader[] = [markdownReader];

/** Extensions of the files that become documents, lower case, with the dot. */
export const documentExtensions: ReadonlySet<string> = new Set(
  readers.flatMap(({ extensions }) => extensions),
);

/** Settings, registers and glossaries lie beside the documents; they are read elsewhere. */
export const dataExtensions: ReadonlySet<string> = new Set(['.yaml', '.yml', '.json']);

export type Corpus = {
  /** Sorted by path. */
  readonly documents: readonly Document[];
  /** Files that could not become a document, with one sentence each; they do not stop the others. */
  readonly problems: readonly CorpusProblem[];
  /** Paths of files in a format that no reader knows. */
  readonly skipped: readonly string[];
  /** SHA-256 of the bytes of each document's file, in hexadecimal, by path. */
  readonly digests: ReadonlyMap<string, string>;
};

/** The document that was made of a file of this path and these bytes before, as it was read then. */
export type KnownDocuments = (path: string, digest: string) => Document | undefined;

/**
 * Reads every document of a folder and its subfolders.
 * @param known spares the decoding of files that did not change
 *
 * Of two files with the same id or the same text the first by path is kept. An empty corpus is not an error here.
 * @throws {TutorError} `corpus-unreadable` when the folder is missing or cannot be listed.
 */
export async function readCorpus(
  folder: string,
  known: KnownDocuments = () => undefined,
): Promise<Corpus> {
  const { files, problems: unreachable } = await list(folder);
  const documents: Document[] = [];
  const problems: CorpusProblem[] = [...unreachable];
  const skipped: string[] = [];
  const pathByText = new Map<string, string>();
  const pathById = new Map<string, string>();
  const digests = new Map<string, string>();
  for (const file of files) {
    const extension = extname(file.path).toLowerCase();
    const reader = readers.find(({ extensions }) => extensions.includes(extension));
    if (reader === undefined) {
      if (!dataExtensions.has(extension)) skipped.push(file.path);
      continue;
    }
    const read = await readDocument(reader, folder, file, known);
    if ('problem' in read) {
      problems.push({ path: file.path, reason: read.problem });
      continue;
    }
    const { document, digest } = read;
    const reason = findDuplicate(document, pathByText, pathById);
    if (reason !== undefined) problems.push({ path: file.path, reason });
    else {
      documents.push(document);
      digests.set(file.path, digest);
    }
  }
  return { documents, problems: problems.sort(byPath), skipped, digests };
}

async function list(folder: string) {
  try {
    return await listFiles(folder);
  } catch (cause) {
    throw new TutorError(
      'corpus-unreadable',
      `The corpus folder ${folder} cannot be listed (${refusalOf(cause)}); check that it exists and may be read.`,
      { cause },
    );
  }
}

async function readDocument(
  reader: Reader,
  folder: string,
  { path, bytes }: ListedFile,
  known: KnownDocuments,
): Promise<{ document: Document; digest: string } | { problem: string }> {
  if (bytes > maxFileBytes) {
    return {
      problem: `It is ${megabytes(bytes)} MB large; the limit is ${megabytes(maxFileBytes)} MB.`,
    };
  }
  let content: Uint8Array;
  try {
    content = await readFile(join(folder, path));
  } catch (error) {
    return { problem: `It cannot be read: ${refusalOf(error)}.` };
  }
  const digest = createHash('sha256').update(content).digest('hex');
  const same = known(path, digest);
  if (same !== undefined) return { document: same, digest };
  const read = await reader.read(content, path);
  if ('problem' in read) return read;
  const { fields, ...rest } = read;
  if (!/[^\s\u200b-\u200d\u2060]/.test(read.text)) {
    return {
      problem: read.firstLine > 1 ? 'It has no text after its front matter.' : 'It is empty.',
    };
  }
  return { document: { ...identifyDocument(fields, read.text, path), path, ...rest }, digest };
}

/** Remembers a document, or says which earlier file it repeats. */
function findDuplicate(
  { id, text, path }: Document,
  pathByText: Map<string, string>,
  pathById: Map<string, string>,
): string | undefined {
  const digest = createHash('sha256').update(text.trim()).digest('hex');
  const sameText = pathByText.get(digest);
  if (sameText !== undefined) return `${path} has the same text as ${sameText}, which is kept.`;
  const sameId = pathById.get(id);
  if (sameId !== undefined) {
    return `${path} has the same id "${id}" as ${sameId}, which is kept; give one of them another id in its front matter.`;
  }
  pathByText.set(digest, path);
  pathById.set(id, path);
  return undefined;
}

/** Rounded up to a tenth, so that a file just over the limit does not read as being at it. */
function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 100_000) / 10).toString();
}
