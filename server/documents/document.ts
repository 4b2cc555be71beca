import type { Language } from '../language/detect-language.ts';

/** What a document is for; decides what may be indexed (see `integrity/partition.ts`). */
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
export type DocumentKind = (typeof documentKinds)[number];

/** How the bytes of a file became text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** One source text of the corpus, after its format was removed. */
export type Document = {
  /** Unique in a corpus, `[a-z0-9-]+`; from the front matter, else from the file's name. */
  readonly id: string;
  readonly title: string;
  readonly course: string | null;
  readonly kind: DocumentKind;
  readonly language: Language;
  /** Relative to the corpus folder, with `/`. */
  readonly path: string;
  /** The whole text without front matter; every offset of the project counts UTF-16 code units of it. */
  readonly text: string;
  /** Line of the file on which `text` begins, from 1. */
  readonly firstLine: number;
  readonly encoding: Encoding;
  /** True when mojibake was found, certain, and undone. */
  readonly repaired: boolean;
};

/** A part of a document's text: `text.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number };

/** A span of a {@link Document}: the unit that is embedded, retrieved and cited. */
export type Chunk = Span & {
  /** `<documentId>#<start>-<end>`, stable while the document's text is. */
  readonly id: string;
  readonly documentId: string;
  /** Headings above the span, outermost first, as plain text; without the document's title. */
  readonly headings: readonly string[];
  /** `document.text.slice(start, end) === text`, always. */
  readonly text: string;
};

/** Line of the file an offset of the document's text lies on, from 1. */
export function lineAt(document: Pick<Document, 'text' | 'firstLine'>, offset: number): number {
  let line = document.firstLine;
  for (let at = document.text.indexOf('\n'); at !== -1 && at < offset;) {
    line += 1;
    at = document.text.indexOf('\n', at + 1);
  }
  return line;
}
