import { z } from 'zod';

/** What clients send and receive. The only server file `web/` may import, and there only as types. */

/** Longest question, in UTF-16 code units after trimming. */
export const maxQuestionLength = 4_000;

export const answerRequest = z.strictObject({
  question: z.string(),
  /** From an earlier answer's events; the server keeps the turns, a client never sends them. */
  conversationId: z.uuid().optional(),
  /** Forces the language of the answer; otherwise it is the question's. */
  language: z.enum(['fr', 'en']).optional(),
});
export type AnswerRequest = z.infer<typeof answerRequest>;

/**
 * What the tutor decided to do with a turn: `hint` for one about an exam item, `refuse` for one that asks for what is
 * given to nobody.
 */
export type Decision = 'answer' | 'hint' | 'refuse' | 'abstain' | 'clarify';

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

/** A sentence of the answer, `text.slice(start, end)`, whose quotation could not be found in the course. */
export type Unsupported = { readonly start: number; readonly end: number };

export type AnswerEvent =
  | {
      readonly type: 'sources-available';
      readonly conversationId: string;
      readonly sources: readonly Source[];
    }
  | { readonly type: 'text-delta'; readonly delta: string }
  | {
      readonly type: 'citations-available';
      readonly citations: readonly Citation[];
      readonly unsupported: readonly Unsupported[];
      /** Quotations that the model gave and the server could not find; they were removed. */
      readonly dropped: number;
    }
  | {
      readonly type: 'answer-end';
      readonly decision: Decision;
      readonly language: 'fr' | 'en';
      /** Which model wrote the answer: `offline`, or the endpoint's model name. */
      readonly model: string;
      /** Set when the endpoint failed and the offline model answered instead. */
      readonly fallback: boolean;
      /** True when the embeddings endpoint did not answer in time and the passages were found by words alone. */
      readonly keywordsOnly: boolean;
      /** For `abstain` and `clarify`: the sections of the course that come nearest. */
      readonly nearest: readonly Source[];
    }
  | {
      readonly type: 'error';
      readonly code: string;
      readonly retryable: boolean;
      readonly requestId: string;
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
