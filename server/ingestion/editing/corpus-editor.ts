import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decodeText } from '../../documents/decode-text.ts';
import type { DocumentKind } from '../../documents/document.ts';
import { markdownReader } from '../../documents/markdown-reader.ts';
import { maxFileBytes } from '../../documents/read-corpus.ts';
import { errorCode, isDiskFull, TutorError } from '../../errors.ts';
import type { ConceptLexicon } from '../../integrity/reading/concepts.ts';
import { createFolder, replaceFile, syncFolder } from '../durable-files.ts';
import { overridesName } from '../read-overrides.ts';
import { findInCorpus, placeInCorpus } from './corpus-place.ts';
import { readDocumentPath } from './document-path.ts';
import { withKind } from './overrides-file.ts';
import { moveAside } from './removed-files.ts';
import { type CorpusChange, tryChange } from './try-change.ts';

/**
 * Changes the documents of the corpus folder, one change after another. Each is tried on a copy first and refused when
 * it would make the corpus invalid; what is written is whole on the disk, or not there at all.
 */
export type CorpusEditor = {
  /**
   * Adds or replaces a document; returns its path.
   * @param kind what it is from its first moment on, as by {@link CorpusEditor.reclassify}; `null` leaves it as it is
   * @throws {TutorError} `bad-request`, `too-large`, `conflict`, `disk-full`
   */
  put(path: string, bytes: Uint8Array, kind?: DocumentKind | null): Promise<string>;
  /**
   * Gives a document a kind in `corpus.yaml`, or takes its entry out when the file says so by itself.
   * @throws {TutorError} `not-found`, `bad-request`, `conflict`, `disk-full`
   */
  reclassify(path: string, kind: DocumentKind): Promise<string>;
  /**
   * Takes a document out of the corpus; its file is kept in the data folder.
   * @throws {TutorError} `not-found`, `bad-request`, `conflict`, `disk-full`
   */
  remove(path: string): Promise<string>;
  /** Resolves when no change is under way. */
  idle(): Promise<void>;
};

export type EditorParts = {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly concepts: ConceptLexicon;
  readonly now?: () => Date;
};

export function createCorpusEditor(parts: EditorParts): CorpusEditor {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (change: () => Promise<string>): Promise<string> => {
    const done = last.then(change);
    last = done.catch(() => {});
    return done;
  };
  return {
    put: (path, bytes, kind = null) => inTurn(() => put(parts, path, { bytes, kind })),
    reclassify: (path, kind) => inTurn(() => reclassify(parts, path, kind)),
    remove: (path) => inTurn(() => remove(parts, path)),
    idle: async () => void (await last),
  };
}

async function put(
  parts: EditorParts,
  raw: string,
  { bytes, kind }: { readonly bytes: Uint8Array; readonly kind: DocumentKind | null },
): Promise<string> {
  const wanted = readDocumentPath(raw);
  checkSize(bytes);
  const path = await placeInCorpus(parts.corpusDir, wanted);
  const read = await markdownReader.read(bytes, path);
  if ('problem' in read) throw new TutorError('bad-request', `${path}: ${read.problem}`);
  const own = read.fields.kind ?? 'document';
  const { before, after, change } =
    kind === null ? nothing : await overridesWith(parts, path, kind === own ? null : kind);
  await tried(parts, new Map<string, Uint8Array | string | null>([[path, bytes], ...change]));
  const file = join(parts.corpusDir, path);
  await written(async () => {
    await createFolder(dirname(file));
    // Its kind first: a crash between the two must not leave open what only its entry seals.
    if (before !== after) await writeOverrides(parts, after);
    await replaceFile(file, bytes);
  });
  return path;
}

function checkSize({ length }: Uint8Array): void {
  if (length === 0) {
    throw new TutorError('bad-request', 'The file is empty; choose another one.');
  }
  if (length > maxFileBytes) {
    throw new TutorError(
      'too-large',
      `The file is larger than ${maxFileBytes / 1_000_000} MB; split it into several documents.`,
    );
  }
}

async function reclassify(parts: EditorParts, raw: string, kind: DocumentKind): Promise<string> {
  const path = await existing(parts, raw);
  const read = await markdownReader.read(await readFile(join(parts.corpusDir, path)), path);
  if ('problem' in read) throw new TutorError('conflict', `${path}: ${read.problem}`);
  const own = read.fields.kind ?? 'document';
  const { before, after, change } = await overridesWith(parts, path, kind === own ? null : kind);
  if (before === after) return path;
  await tried(parts, change);
  await written(() => writeOverrides(parts, after));
  return path;
}

async function remove(parts: EditorParts, raw: string): Promise<string> {
  const path = await existing(parts, raw);
  const { before, after, change } = await overridesWith(parts, path, null);
  await tried(parts, new Map([[path, null], ...change]));
  await written(async () => {
    // First, since a crash between the two must not leave a document open that only its entry seals.
    await moveAside(parts, path, parts.now?.() ?? new Date());
    if (before !== after) await writeOverrides(parts, after);
  });
  return path;
}

async function existing({ corpusDir }: EditorParts, raw: string): Promise<string> {
  const path = await findInCorpus(corpusDir, readDocumentPath(raw));
  if (path !== null) return path;
  throw new TutorError(
    'not-found',
    'The course has no such file; it may have been renamed or removed.',
  );
}

/** The text of `corpus.yaml` before and after a change, and the change, empty where it is none. */
type Overrides = {
  readonly before: string | null;
  readonly after: string | null;
  readonly change: ReadonlyMap<string, string | null>;
};
const nothing: Overrides = { before: null, after: null, change: new Map() };

async function overridesWith(
  { corpusDir }: EditorParts,
  path: string,
  kind: DocumentKind | null,
): Promise<Overrides> {
  const bytes = await readFile(join(corpusDir, overridesName)).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  const decoded = bytes && decodeText(bytes);
  if (decoded && 'problem' in decoded) throw broken();
  const before = decoded?.text ?? null;
  try {
    const after = withKind(before, path, kind);
    return { before, after, change: new Map(before === after ? [] : [[overridesName, after]]) };
  } catch {
    throw broken(); // what is no YAML cannot be written anew
  }
}

const broken = (): TutorError =>
  new TutorError('conflict', `${overridesName} cannot be read; mend it by hand first.`);

async function writeOverrides({ corpusDir }: EditorParts, text: string | null): Promise<void> {
  const file = join(corpusDir, overridesName);
  if (text !== null) return replaceFile(file, text);
  await rm(file, { force: true });
  await syncFolder(corpusDir);
}

const tried = ({ corpusDir, dataDir, concepts }: EditorParts, change: CorpusChange) =>
  written(() => tryChange({ corpusDir, scratchDir: dataDir, concepts }, change));

/** @throws {TutorError} `disk-full`; `conflict` when the corpus folder or the data folder cannot be written */
async function written(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    const code = errorCode(cause);
    if (cause instanceof TutorError || code === '') throw cause;
    if (isDiskFull(cause)) {
      throw new TutorError(
        'disk-full',
        'There is no room on the disk for this change; free some and try again.',
        { cause },
      );
    }
    throw new TutorError(
      'conflict',
      `The folder of the course cannot be changed (${code}); give the server the right to write there, or change the files where they come from.`,
      { cause },
    );
  }
}
