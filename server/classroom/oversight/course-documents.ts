import type { Tutor } from '../../compose.ts';
import type {
  ChunkView,
  documentKinds,
  DocumentReason,
  TrainerDocument,
  TrainerDocuments,
} from '../../contract/documents.ts';
import { TutorError } from '../../errors.ts';
import type { IngestionRunner } from './ingestion-runner.ts';

type DocumentKind = (typeof documentKinds)[number];
type OpenedIndex = Tutor['opened'];

/** A file of the corpus folder, and by what it is known to have changed. */
export type FolderFile = {
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
};

/** The documents of the course as trainers see and change them. Every change answers with the list. */
export type CourseDocuments = {
  list(): Promise<TrainerDocuments>;
  /** @throws {TutorError} `not-found` */
  chunks(path: string): Promise<readonly ChunkView[]>;
  /**
   * The file as it is in the course, byte by byte, sealed parts included.
   * @throws {TutorError} `not-found`
   */
  file(path: string): Promise<Uint8Array>;
  /** @param kind what the document is from its first moment on; `null` leaves that to the file */
  put(path: string, bytes: Uint8Array, kind: DocumentKind | null): Promise<TrainerDocuments>;
  reclassify(path: string, kind: DocumentKind): Promise<TrainerDocuments>;
  remove(path: string): Promise<TrainerDocuments>;
  /** Indexes the course anew: after files were changed by hand, or an indexing failed. */
  reindex(): Promise<TrainerDocuments>;
};

export type CourseDocumentsParts = {
  /** What serves now, and the corpus folder as it was when that was read. */
  readonly served: () => {
    readonly opened: OpenedIndex;
    readonly files: readonly FolderFile[];
  };
  /** The documents of the corpus folder as they are now, read or not. */
  readonly listFolder: () => Promise<readonly FolderFile[]>;
  /** @param path one that `listFolder` lists */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly lineAt: (
    document: { readonly text: string; readonly firstLine: number },
    offset: number,
  ) => number;
  readonly editor: {
    put(path: string, bytes: Uint8Array, kind: DocumentKind | null): Promise<string>;
    reclassify(path: string, kind: DocumentKind): Promise<string>;
    remove(path: string): Promise<string>;
  };
  /** Documents that were removed and are kept aside. */
  readonly listRemoved: () => Promise<
    readonly { readonly path: string; readonly keptIn: string }[]
  >;
  readonly ingestion: IngestionRunner;
  /** A note of the index that tells a trainer nothing. */
  readonly isRoutine: (note: string) => boolean;
};

export function createCourseDocuments(parts: CourseDocumentsParts): CourseDocuments {
  const { served, listFolder, readFile, lineAt, editor, listRemoved, ingestion, isRoutine } = parts;
  const list = async (): Promise<TrainerDocuments> => {
    const [now, removed] = await Promise.all([listFolder(), listRemoved()]);
    const { opened, files } = served();
    const pending = ingestion.pending();
    return {
      documents: now.map((file) =>
        describe(file, opened, {
          kind: pending.get(file.path) ?? null,
          isPending: pending.has(file.path) || !files.some((one) => isSame(one, file)),
        }),
      ),
      ingestion: ingestion.view(),
      notes: [
        ...removed.map(
          ({ path, keptIn }) =>
            `${path} was removed from the course; it is kept in ${keptIn} of the data folder.`,
        ),
        ...notesOf(opened).filter((note) => !isRoutine(note)),
      ],
    };
  };
  const mustHave = async (path: string): Promise<void> => {
    if ((await listFolder()).some((file) => file.path === path)) return;
    throw new TutorError('not-found', 'The course has no such file; it may have been removed.');
  };
  return {
    list,
    async file(path) {
      await mustHave(path);
      return readFile(path);
    },
    async chunks(path) {
      await mustHave(path);
      const { index } = served().opened;
      const document = [...index.documents.values()].find((one) => one.path === path);
      if (!document) return [];
      return index.chunks
        .filter(({ documentId }) => documentId === document.id)
        .map(({ headings, text, start }) => ({ headings, text, line: lineAt(document, start) }));
    },
    async put(path, bytes, kind) {
      ingestion.changed(await editor.put(path, bytes, kind), kind ?? undefined);
      return list();
    },
    async reclassify(path, kind) {
      ingestion.changed(await editor.reclassify(path, kind), kind);
      return list();
    },
    async remove(path) {
      ingestion.changed(await editor.remove(path));
      return list();
    },
    reindex() {
      ingestion.start();
      return list();
    },
  };
}

const isSame = (a: FolderFile, b: FolderFile): boolean =>
  a.path === b.path && a.bytes === b.bytes && a.modifiedMs === b.modifiedMs;

/** One file as the index that serves knows it. */
function describe(
  { path }: FolderFile,
  { corpus, index }: OpenedIndex,
  { kind, isPending }: { readonly kind: string | null; readonly isPending: boolean },
): TrainerDocument {
  const known = corpus.files.find((one) => one.path === path);
  if (!known) {
    const problem = corpus.problems.find((one) => one.path === path)?.reason ?? notRead;
    return {
      ...{ path, id: null, title: path.slice(path.lastIndexOf('/') + 1) },
      ...{ kind: kind ?? 'document', language: '', chunks: 0, length: null },
      status: isPending ? 'pending' : 'failed',
      reasons: isPending ? [] : [{ what: 'unreadable', detail: problem, lines: null }],
    };
  }
  const isOpen = index.documents.has(known.id);
  const reasons = corpus.sealed
    .filter((one) => one.path === path)
    .map(({ what, reason, lines }): DocumentReason => ({
      ...{ what, detail: reason, lines: isOpen ? lines : null },
    }));
  const sealed = isOpen ? (reasons.length > 0 ? 'partly-sealed' : 'ready') : 'sealed';
  return {
    ...{ path, id: isOpen ? known.id : null, title: known.title, language: known.language },
    kind: kind ?? known.kind,
    status: isPending ? 'pending' : sealed,
    reasons,
    chunks: index.chunks.filter(({ documentId }) => documentId === known.id).length,
    length: known.length,
  };
}

const notRead = 'Its format is not read; save it as Markdown or plain text.';

/** What the last reading of the course has to say. */
function notesOf({ corpus, notes }: OpenedIndex): readonly string[] {
  return [
    ...notes,
    ...corpus.leftOut.map(({ path, reason }) => `${path}, ${reason}`),
    ...corpus.documents
      .filter(({ repaired }) => repaired)
      .map(({ path }) => `${path}: garbled accents were repaired as it was read.`),
  ];
}
