/** A place in the course, enough to name it and to open it. */
export type Place = {
  readonly documentId: string;
  readonly title: string;
  /** Headings above the place, outermost first, without the document's title. */
  readonly headings: readonly string[];
  /** Offsets in the document's text (UTF-16 code units). */
  readonly start: number;
  readonly end: number;
  /** Line of the source file, from 1. */
  readonly line: number;
  /** Language of the document, for `lang` on quoted text. */
  readonly language: string;
};

/** A retrieved passage. `rank` from 1, best first. */
export type Source = Place & { readonly rank: number; readonly snippet: string };

/** A quotation that the server found in the stored text: `document.text.slice(start, end) === quote`. */
export type Citation = Place & {
  readonly marker: number;
  readonly quote: string;
  /** The quotation as it is shown: without Markdown, the cells of a table row set apart by dashes. */
  readonly plain: string;
};

/** `GET /api/documents/:id` */
export type DocumentView = {
  readonly id: string;
  readonly title: string;
  readonly course: string | null;
  readonly kind: string;
  readonly language: string;
  /** Markdown; citations' offsets count in it. */
  readonly text: string;
  readonly firstLine: number;
};

/** `GET /api/status` */
export type Status = {
  readonly mode: 'offline' | 'endpoint';
  readonly chatModel: string;
  readonly documents: number;
  readonly chunks: number;
  /** A few questions that the course answers, to start from. */
  readonly starters: readonly { readonly language: 'fr' | 'en'; readonly question: string }[];
};

/** Body of every answer with an error status. */
export type ErrorBody = {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly requestId: string;
};
