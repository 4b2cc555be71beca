import { z } from 'zod';

/** What a document may be; decides whether students reach it. */
export const documentKinds = [
  'lesson',
  'project',
  'scenario',
  'exercise',
  'solution',
  'assignment',
  'exam',
  'document',
] as const;

/**
 * A file of the course, as `GET /api/trainer/documents` lists it, by path.
 *
 * `ready`: students reach all of it; `partly-sealed`: a part is kept from them; `sealed`: all of it is; `failed`: it
 * could not be read; `pending`: it is in the folder and not in the index that serves now.
 */
export type TrainerDocument = {
  /** In the corpus folder, with `/`. */
  readonly path: string;
  /** To open it with `GET /api/documents/:id`; `null` where students cannot. */
  readonly id: string | null;
  readonly title: string;
  readonly kind: string;
  readonly language: string;
  readonly status: 'ready' | 'partly-sealed' | 'sealed' | 'failed' | 'pending';
  readonly reasons: readonly DocumentReason[];
  readonly chunks: number;
  /** UTF-16 code units; `null` for a file that could not be read. */
  readonly length: number | null;
};

/** What is kept from students, or why a file could not be read; the page has a sentence for each `what`. */
export type DocumentReason = {
  readonly what: 'exam' | 'worked solution' | 'chat' | 'unreadable';
  /** The kind, form or heading that it was known by, or what is wrong with the file; in English or as the file says. */
  readonly detail: string;
  /** Lines of the file, from 1, both ends included; `null` for the whole file. */
  readonly lines: readonly [number, number] | null;
};

/** What the indexing under way, or the last one, is at. The index before it serves meanwhile. */
export type IngestionView = {
  readonly stage: 'idle' | 'reading' | 'embedding' | 'ready' | 'failed';
  readonly done: number;
  readonly of: number;
  /** For `failed`: one sentence. */
  readonly problem: string | null;
  /** ISO 8601, of the last end; `null` before any. */
  readonly finishedAt: string | null;
};

/** `GET /api/trainer/documents`, and what every change of a document answers. */
export type TrainerDocuments = {
  readonly documents: readonly TrainerDocument[];
  readonly ingestion: IngestionView;
  /** Notes of the last ingestion for the trainer: expected questions left out, files skipped. */
  readonly notes: readonly string[];
};

/** `GET /api/trainer/chunks?path=`: how a document is cut. */
export type ChunkView = {
  readonly headings: readonly string[];
  readonly text: string;
  /** Line of the source file, from 1. */
  readonly line: number;
};

/** Longest document, in bytes. */
export const maxDocumentBytes = 5_000_000;

/**
 * `PUT /api/trainer/documents?path=` with the file's bytes as body, and `&kind=` for what it is from its first moment on,
 * so that an exam is never open in between; `DELETE` removes it; `PATCH` reclassifies it. `GET /api/trainer/file?path=`
 * gives the file's bytes back. `POST /api/trainer/ingestion` indexes anew.
 */
export const reclassifyRequest = z.strictObject({ kind: z.enum(documentKinds) });
